import { ApiProperty } from '@nestjs/swagger';
import { PERIOD_NAMES } from '../kernel/index.ts';
import { OneOf } from '../platform/http/fields.ts';
import { ShareView } from '../platform/http/share.dto.ts';
import { GROUPS } from './registry/catalogue.ts';
import { ORIGINS } from './report-input.dto.ts';

// The document's generator does not see what may be null inside a list.
const Texts = (): PropertyDecorator => ApiProperty({ type: 'array', items: { type: 'string', nullable: true } });
const Numbers = (): PropertyDecorator => ApiProperty({ type: 'array', items: { type: 'integer', nullable: true } });

/** A text in the languages in which there is one. */
export class ReportTextView {
  en?: string;
  zhHans?: string;
  zhHant?: string;
}

/** A number of a report: its name, what it counts, and whether it stands beside the measure because it is left out of it. */
export class ReportColumnView {
  key: string;
  names: ReportTextView;
  @OneOf(['communications', 'customers'])
  counts: 'communications' | 'customers';
  isBeside: boolean;
}

/** One way to take a report apart. */
export class ReportDimensionView {
  key: string;
  names: ReportTextView;
  @OneOf(['reference', 'word', 'text', 'time'])
  kind: 'reference' | 'word' | 'text' | 'time';
}

/** What a report counts, in sentences. */
export class ReportDefinitionView {
  counts: ReportTextView;
  denominator: ReportTextView | null;
  period: ReportTextView;
  leftOut: ReportTextView;
}

/** The share that two columns make. */
export class ReportRateView {
  names: ReportTextView;
  of: string;
  among: string;
}

/** One line of the catalogue. */
export class ReportLineView {
  key: string;
  @OneOf(GROUPS)
  group: (typeof GROUPS)[number];
  names: ReportTextView;
  asks: ReportTextView;
  columns: ReportColumnView[];
  rate: ReportRateView | null;
  definition: ReportDefinitionView;
  dimensions: ReportDimensionView[];
  /** Dimensions that rows can be filtered by. */
  filters: ReportDimensionView[];
  /** Breakdown when none is asked for. */
  by: string[];
  /** True when the question names an origin and a number of days. */
  isCohort: boolean;
  /** True where rows show an association, not a cause. */
  isAssociation: boolean;
}

/** Every report that there is. */
export class ReportCatalogueView {
  reports: ReportLineView[];
}

/** Days from `from` on and before `until`. */
export class ReportPeriodView {
  from: string;
  until: string;
}

/** One condition that the answer was narrowed by. */
export class ReportFilterView {
  dimension: string;
  @Texts()
  values: (string | null)[];
}

/** Whose customers the numbers are about. */
export class ReportScopeView {
  isEverything: boolean;
  people: number;
  teams: number;
}

/** The question as it was decided. */
export class ReportQuestionView {
  report: string;
  @OneOf(PERIOD_NAMES, { nullable: true })
  periodName: (typeof PERIOD_NAMES)[number] | null;
  period: ReportPeriodView;
  by: string[];
  filters: ReportFilterView[];
  scope: ReportScopeView;
  @OneOf(ORIGINS, { nullable: true })
  origin: (typeof ORIGINS)[number] | null;
  /** Null in a cohort is "no limit". */
  days: number | null;
  askedAt: string;
  /** The organisation's day on which it was asked. */
  today: string;
  /** The first day whose numbers may still grow: today, or the day whose customers are not old enough for the cohort. */
  completeUntil: string;
  timeZone: string;
}

/** Numbers in the order of the columns; null where a column has no meaning for a row. */
export class ReportNumbersView {
  @Numbers()
  numbers: (number | null)[];
  share: ShareView | null;
}

/** One row: the value of each dimension in order, null being "not recorded". */
export class ReportRowView extends ReportNumbersView {
  @Texts()
  keys: (string | null)[];
  /** The same in the period before. */
  previous: ReportNumbersView | null;
}

/** All rows in one, counted anew: neither a sum nor an average of them. */
export class ReportTotalView extends ReportNumbersView {
  previous: ReportNumbersView | null;
}

/** One number of a report with what it rests on. */
export class ReportValueView {
  key: string | null;
  label: string | null;
  names: ReportTextView | null;
}

/** A dimension of the answer with every value that occurs, the empty buckets of time included. */
export class ReportAxisView extends ReportDimensionView {
  values: ReportValueView[];
  /** Buckets of time that are no whole ones: not over yet, or partly outside of the period. */
  partial: string[];
}

/** The answer of a report. */
export class ReportView {
  question: ReportQuestionView;
  columns: ReportColumnView[];
  rate: ReportRateView | null;
  dimensions: ReportAxisView[];
  rows: ReportRowView[];
  total: ReportTotalView;
  /** The period compared with; null without comparison, and where there is none before. Rows by time are not compared, the total is. */
  previousPeriod: ReportPeriodView | null;
  /** The smallest basis from which a share is shown. */
  smallestBasis: number;
}

/** A communication behind a number. */
export class CommunicationRowView {
  id: string;
  customerId: string;
  customerName: string;
  occurredAt: string;
  authorName: string | null;
  channel: ReportTextView | null;
  direction: string;
  disposition: ReportTextView | null;
  subject: string;
  isInvalid: boolean;
}

/** A customer behind a number. */
export class CustomerRowView {
  id: string;
  name: string;
  ownerName: string | null;
  stage: ReportTextView | null;
  knownSinceOn: string;
  firstContactOn: string | null;
  convertedOn: string | null;
  isArchived: boolean;
}

/** One page of the rows behind a number; the first page says how many they are in all, the others null. */
export class ReportRowsView {
  @OneOf(['communications', 'customers'])
  kind: 'communications' | 'customers';
  count: number | null;
  communications: CommunicationRowView[];
  customers: CustomerRowView[];
  next: string | null;
}

/** Values that a filter offers, at most a hundred. */
export class ReportValuesView {
  values: ReportValueView[];
}
