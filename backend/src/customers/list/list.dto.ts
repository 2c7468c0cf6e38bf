import { CONTACT_KINDS, type ContactKind } from '../../channels/index.ts';
import { Day, Id, Ids, OneOf, SomeOf, Text, Whole } from '../../platform/http/fields.ts';
import { CADENCE_STATES, type CadenceState } from '../cadences/cadence-state.rules.ts';
import { CUSTOMER_KINDS, type CustomerKind, type FieldValue } from '../customer.values.ts';
import { FieldValuesView } from '../fields/field-values.dto.ts';
import { STAGE_KINDS, type StageKind } from '../stages/stage.entity.ts';
import { AnyOf, IdsOrNone } from './filter-fields.ts';

/** What the next planned contact can be asked for. */
export const NEXT_CONTACTS = ['overdue', 'today', 'week', 'none', 'any'] as const;
/** One of those. */
export type NextContact = (typeof NEXT_CONTACTS)[number];

/** Whether somebody was ever reached. */
export const REACHED = ['never', 'ever'] as const;
/** One of those. */
export type Reached = (typeof REACHED)[number];

/** Everything a list can be sorted by. */
export const SORTS = ['name', '-name', 'lastContact', '-lastContact', 'nextContact', '-nextContact', 'knownSince', '-knownSince', 'stageSince', '-stageSince', 'tier', '-tier'] as const;
/** What a list is sorted by; a minus turns it round. Customers without the value come last either way. */
export type Sort = (typeof SORTS)[number];

/** The columns of an export, in their usual order. */
export const EXPORT_COLUMNS = [
  'id', 'name', 'kind', 'owner', 'team', 'tier', 'stage', 'stageSince', 'source', 'industry', 'region', 'served', 'servedBy', 'tags', 'phone', 'email', 'knownSince', 'converted',
  'lastContact', 'lastEffective', 'nextContact', 'respondBy', 'archived', 'externalId', 'fields',
] as const;
/** One of those. */
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** Which customers; every condition narrows. Lists mean any of their values. */
export class CustomerFilter {
  /** As in the search: name, pinyin, initials, phone tail, e-mail. */
  @Text({ max: 100, optional: true })
  q?: string;

  @OneOf(CUSTOMER_KINDS, { optional: true })
  kind?: CustomerKind;

  @Ids({ optional: true })
  stageIds?: string[];

  @SomeOf(STAGE_KINDS, { optional: true })
  stageKinds?: StageKind[];

  @Ids({ optional: true })
  tierIds?: string[];

  /** `none` = nobody's. */
  @IdsOrNone()
  ownerIds?: string[];

  /** `none` = in no team. */
  @IdsOrNone()
  teamIds?: string[];

  @AnyOf({ length: 120 })
  sources?: string[];

  @AnyOf({ length: 120 })
  industries?: string[];

  @AnyOf({ length: 120 })
  regions?: string[];

  /** `no` = people we do not serve yet. */
  @OneOf(['yes', 'no'], { optional: true })
  served?: 'yes' | 'no';

  /** Served by any of these competitors, or by them before us. */
  @AnyOf({ length: 120 })
  servedBy?: string[];

  @AnyOf({ length: 60 })
  tags?: string[];

  /** Those that an import added. */
  @Id({ optional: true })
  importId?: string;

  /** Left out: no. */
  @OneOf(['no', 'yes'], { optional: true })
  archived?: 'no' | 'yes';

  /** No effective contact for at least so many days, or never. */
  @Whole({ min: 1, max: 36_500, optional: true })
  silentDays?: number;

  /** `week` = today and the six days after it. */
  @OneOf(NEXT_CONTACTS, { optional: true })
  nextContact?: NextContact;

  /** Half-open with `knownUntil`. */
  @Day({ optional: true })
  knownFrom?: string;

  @Day({ optional: true })
  knownUntil?: string;

  /** Half-open with `convertedUntil`. */
  @Day({ optional: true })
  convertedFrom?: string;

  @Day({ optional: true })
  convertedUntil?: string;

  /**
   * Conditions on custom fields as a JSON object by field key: choice `["a","b"]` (any of), text `"part"`, yes/no `true`,
   * number and date `{"from":…,"until":…}` (half-open, either end may be missing).
   */
  @Text({ max: 4_000, optional: true })
  fields?: string;

  /** Never a communication on any of these channels. */
  @Ids({ optional: true })
  neverChannelIds?: string[];

  /** Never a communication of any of these contact kinds. */
  @SomeOf(CONTACT_KINDS, { optional: true })
  neverContactKinds?: ContactKind[];

  /** A communication on one of these channels, within `contactedDays` where that is given. */
  @Ids({ optional: true })
  contactedChannelIds?: string[];

  /** A communication in the last so many days. */
  @Whole({ min: 1, max: 36_500, optional: true })
  contactedDays?: number;

  /** At least so many communications in the last `contactsDays`. */
  @Whole({ min: 0, max: 10_000, optional: true })
  contactsMin?: number;

  /** At most so many communications in the last `contactsDays`. */
  @Whole({ min: 0, max: 10_000, optional: true })
  contactsMax?: number;

  /** Left out: 30. */
  @Whole({ min: 1, max: 36_500, optional: true })
  contactsDays?: number;

  /** Whether a communication ever reached the customer. */
  @OneOf(REACHED, { optional: true })
  reached?: Reached;

  /** How they stand to their cadence, counted by your own calendar. */
  @SomeOf(CADENCE_STATES, { optional: true })
  cadence?: CadenceState[];

  /** On this list or in this sample; one that the person may not use is empty. */
  @Id({ optional: true })
  segmentId?: string;
}

/** A page of the list. */
export class ListCustomers extends CustomerFilter {
  /** Left out: `-lastContact`. */
  @OneOf(SORTS, { optional: true })
  sort?: Sort;

  @Whole({ min: 1, max: 100, optional: true })
  limit?: number;

  /** `next` of the page before. */
  @Text({ max: 2_000, optional: true })
  cursor?: string;
}

/** The list as a file. */
export class ExportCustomers extends CustomerFilter {
  @OneOf(SORTS, { optional: true })
  sort?: Sort;

  /** In this order; left out: all of them. */
  @SomeOf(EXPORT_COLUMNS, { optional: true })
  columns?: ExportColumn[];
}

/** A customer as a row of the list. */
export class CustomerRow {
  id: string;
  name: string;
  kind: CustomerKind;
  ownerId: string | null;
  teamId: string | null;
  tierId: string;
  stageId: string;
  stageSince: string;
  source: string | null;
  industry: string | null;
  region: string | null;
  isServed: boolean;
  servedBy: string | null;
  tags: string[];

  @FieldValuesView()
  fields: Record<string, FieldValue>;

  knownSinceOn: string;
  convertedAt: string | null;
  lastContactAt: string | null;
  lastEffectiveAt: string | null;
  nextTouchpointOn: string | null;
  respondBy: string | null;
  archivedAt: string | null;
  /** First of the customer's or its people's that is not known to be wrong. */
  primaryPhone: string | null;
  primaryEmail: string | null;
}

/** A page of the list; `next` leads to the one after it. */
export class CustomerPage {
  items: CustomerRow[];
  next: string | null;
}

/** How many customers fit. */
export class CustomerCountView {
  count: number;
}
