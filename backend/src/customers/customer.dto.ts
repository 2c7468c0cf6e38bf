import { ContactPersonInput, ContactPersonView, ContactPointInput, ContactPointView, FormerContactPersonView } from './contact-people/contact-people.dto.ts';
import { CustomerMergeView, MergedIntoView } from './merging/merging.dto.ts';
import { CUSTOMER_KINDS, type CustomerKind, type FieldValue } from './customer.values.ts';
import { FieldValuesInput, FieldValuesView } from './fields/field-values.dto.ts';
import { Day, Flag, Id, Ids, Money, Nested, OneOf, Text, Texts, TimeOfDay, Zone } from '../platform/http/fields.ts';

/** What both a new and a changed customer may carry; what is left out stays as it is, or takes its default. */
export class CustomerDetails {
  @Id({ optional: true })
  tierId?: string;

  @Text({ max: 120, optional: true, nullable: true })
  source?: string | null;

  @Text({ max: 120, optional: true, nullable: true })
  industry?: string | null;

  @Text({ max: 120, optional: true, nullable: true })
  region?: string | null;

  /** False: somebody we do not serve yet. Left out: true. */
  @Flag({ optional: true })
  isServed?: boolean;

  /** The competitor who serves the customer, or did before us. */
  @Text({ max: 120, optional: true, nullable: true })
  servedBy?: string | null;

  @Texts({ max: 30, length: 60, optional: true })
  tags?: string[];

  @Text({ max: 10_000, min: 0, optional: true })
  note?: string;

  /** How the customer wants to be addressed. */
  @Text({ max: 120, optional: true, nullable: true })
  formOfAddress?: string | null;

  @Id({ optional: true, nullable: true })
  preferredChannelId?: string | null;

  /** Local times of the customer between which contact is welcome; both or none. */
  @TimeOfDay({ optional: true, nullable: true })
  preferredFrom?: string | null;

  @TimeOfDay({ optional: true, nullable: true })
  preferredUntil?: string | null;

  /** Local times of the customer between which nobody calls; both or none, may span midnight. */
  @TimeOfDay({ optional: true, nullable: true })
  quietFrom?: string | null;

  @TimeOfDay({ optional: true, nullable: true })
  quietUntil?: string | null;

  /** The customer's own zone; null = the organisation's. */
  @Zone({ optional: true, nullable: true })
  timeZone?: string | null;

  /** Channels on which the customer must not be contacted. */
  @Ids({ max: 50, optional: true })
  doNotContact?: string[];

  /** The day the customer was first known; not after today. */
  @Day({ optional: true })
  knownSinceOn?: string;

  /** The id of the same customer in another system. */
  @Text({ max: 120, optional: true, nullable: true })
  externalId?: string | null;

  @FieldValuesInput()
  fields?: Record<string, FieldValue | null>;

  /** The whole list in its order; what is missing is removed. */
  @Nested(() => ContactPointInput, { max: 20, optional: true })
  contactPoints?: ContactPointInput[];

  /** The whole list in its order; who is missing becomes a former contact person. */
  @Nested(() => ContactPersonInput, { max: 50, optional: true })
  contactPeople?: ContactPersonInput[];
}

/** A new customer; everything but name and kind has a default. */
export class CreateCustomer extends CustomerDetails {
  @Text({ max: 200 })
  name: string;

  @OneOf(CUSTOMER_KINDS)
  kind: CustomerKind;

  /** Left out: whoever creates the customer; null: nobody yet. */
  @Id({ optional: true, nullable: true })
  ownerId?: string | null;

  /** Left out: the owner's team. */
  @Id({ optional: true, nullable: true })
  teamId?: string | null;

  /** Left out: the first open stage. */
  @Id({ optional: true })
  stageId?: string;

  /** When the first stage is a won one, in the organisation's currency. */
  @Money({ optional: true, nullable: true })
  amount?: number | null;

  /** Why, when the first stage is a lost one. */
  @Text({ max: 500, optional: true, nullable: true })
  reason?: string | null;
}

/** What changes of a customer; what is left out stays. */
export class ChangeCustomer extends CustomerDetails {
  @Text({ max: 200, optional: true })
  name?: string;

  @OneOf(CUSTOMER_KINDS, { optional: true })
  kind?: CustomerKind;
}

/** Everything the product keeps about a customer itself. */
export class CustomerView {
  id: string;
  name: string;
  kind: CustomerKind;
  ownerId: string | null;
  teamId: string | null;
  tierId: string;
  stageId: string;
  stageSince: string;
  isOpen: boolean;
  source: string | null;
  industry: string | null;
  region: string | null;
  isServed: boolean;
  servedBy: string | null;
  tags: string[];

  @FieldValuesView()
  fields: Record<string, FieldValue>;

  note: string;
  formOfAddress: string | null;
  preferredChannelId: string | null;
  preferredFrom: string | null;
  preferredUntil: string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  timeZone: string | null;
  doNotContact: string[];
  knownSinceOn: string;
  createdAt: string;
  createdById: string;
  archivedAt: string | null;
  externalId: string | null;
  convertedAt: string | null;
  firstContactAt: string | null;
  lastContactAt: string | null;
  lastHeardAt: string | null;
  lastEffectiveAt: string | null;
  respondBy: string | null;
  nextTouchpointOn: string | null;
  nextStep: 'touchpoint' | 'cadence' | 'none' | null;
  nextStepReason: string | null;
  /** Of the customer itself, not of its people. */
  contactPoints: ContactPointView[];
  contactPeople: ContactPersonView[];
  formerContactPeople: FormerContactPersonView[];
  stageChangeCount: number;
  /** The customer that this one was merged into, where the reader sees it. */
  mergedInto: MergedIntoView | null;
  /** Merges into this customer that can be taken back. */
  merges: CustomerMergeView[];
  /** Sent back as `If-Match` with a change. */
  version: number;
}
