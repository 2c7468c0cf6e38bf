import { ApiProperty } from '@nestjs/swagger';
import { Day, Id, OneOf, Text } from '../../platform/http/fields.ts';

/** Columns of the heat map. */
export const UNITS = ['week', 'day'] as const;
/** One of those. */
export type Unit = (typeof UNITS)[number];

/** Why somebody will not keep a touchpoint. */
export const ABSENCE_REASONS = ['away', 'deactivated'] as const;
/** One of those. */
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** Of which period, plan, team and person. */
export class CoverageScope {
  @Day()
  from: string;

  /** The period ends before this day. */
  @Day()
  until: string;

  /** Only what belongs to this plan; all planned contacts when left out. */
  @Id({ optional: true })
  planId?: string;

  /** Only people (in lists of customers: customers) of this team. */
  @Id({ optional: true })
  teamId?: string;

  /** Only this person's. */
  @Id({ optional: true })
  ownerId?: string;
}

/** Which columns. */
export class HeatMapQuery extends CoverageScope {
  @OneOf(UNITS, { optional: true })
  unit?: Unit;
}

/** Which page of a list. */
export class CoveragePageQuery extends CoverageScope {
  /** The cursor of the page before. */
  @Text({ max: 2_000, optional: true })
  after?: string;
}

/** Planned contacts of one person in one week or on one day. */
export class CoverageCellView {
  /** All but the cancelled ones. */
  planned: number;
  kept: number;
  missed: number;
  open: number;

  /** What stands there besides the plan; 0 without a plan. */
  other: number;

  /** Working days × contacts a day; 0 for who has left. */
  capacity: number;
}

/** One person's row. */
export class CoveragePersonView {
  personId: string;
  isActive: boolean;

  /** One for each column. */
  cells: CoverageCellView[];
}

/** People × weeks or days. Counted over the customers that you see. */
export class HeatMapView {
  @ApiProperty({ type: 'string', enum: [...UNITS] })
  unit: Unit;

  /** The first days of the columns; of weeks their Mondays. */
  columns: string[];
  contactsPerDay: number;

  /** The organisation's day. */
  asOf: string;

  /** Most planned first. */
  people: CoveragePersonView[];
}

/** A planned contact in the drill-down of a number. */
export class CoverageTouchpointView {
  touchpointId: string;
  customerId: string;
  customerName: string;
  ownerId: string;
  purpose: string;
  state: string;
  isPromised: boolean;
  dueOn: string;
  windowFrom: string | null;
  windowUntil: string | null;
}

/** A page of them by due day. */
export class CoverageTouchpointsPage {
  items: CoverageTouchpointView[];
  next: string | null;
}

/** One outbound communication of those that were too many. */
export class PressureRecordView {
  followUpId: string;
  occurredOn: string;
  channelId: string;
  authorId: string;
}

/** A customer who heard from us too often. */
export class OverContactedView {
  customerId: string;
  customerName: string;
  ownerId: string | null;

  /** In the worst seven days. */
  contacts: number;

  /** The first of those days. */
  fromOn: string;
  records: PressureRecordView[];
}

/** A page of them, the worst first. */
export class OverContactedPage {
  /** At most so many outbound communications in `days` days. */
  most: number;
  days: number;
  items: OverContactedView[];
  next: string | null;
}

/** An open contact whose owner works on no day of its window, or works here no more. */
export class OwnerAbsentView extends CoverageTouchpointView {
  @ApiProperty({ type: 'string', enum: [...ABSENCE_REASONS] })
  reason: AbsenceReason;

  /** Their next working day; null for who has left. */
  backOn: string | null;
}

/** A page of them by due day. */
export class OwnerAbsentPage {
  items: OwnerAbsentView[];
  next: string | null;
}
