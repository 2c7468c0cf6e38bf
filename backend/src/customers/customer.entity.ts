import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Channel } from '../channels/index.ts';
import { Person, Team } from '../people/index.ts';
import { Cadence } from './cadences/cadence.entity.ts';
import { Stage } from './stages/stage.entity.ts';
import type { CustomerKind, FieldValue } from './customer.values.ts';
import { Tier } from './tiers/tier.entity.ts';

/** A person or an organisation we keep in touch with. */
@Entity('customers')
@Index('customers_of_an_owner', ['ownerId', 'nextTouchpointOn'])
@Index('customers_of_an_owner_by_last_contact', ['ownerId', 'lastContactAt', 'id'])
@Index('customers_of_a_team', ['teamId'])
@Index('customers_by_name', ['sortName', 'id'])
@Index('customers_by_last_contact', ['lastContactAt', 'id'])
@Index('customers_by_next_contact', ['nextTouchpointOn', 'id'], { where: 'next_touchpoint_on IS NOT NULL' })
@Index('customers_waiting_on_us', ['ownerId', 'respondBy'], { where: 'respond_by IS NOT NULL AND archived_at IS NULL' })
@Index('customers_with_nothing_scheduled', ['ownerId', 'tierId', 'paceId', 'cadenceAnchorOn', 'id', 'nextStep', 'respondBy', 'cadencePausedUntil'], {
  where: 'next_touchpoint_on IS NULL AND is_open AND archived_at IS NULL AND cadence_stopped_at IS NULL',
})
@Index('customers_not_served', ['ownerId', 'id'], { where: 'NOT is_served' })
@Index('customers_with_another_pace', ['ownerId', 'tierId', 'paceId'], { where: 'pace_id <> tier_id' })
@Index('archived_customers', ['id'], { where: 'archived_at IS NOT NULL' })
@Index('customers_merged_into_another', ['mergedIntoId'], { where: 'merged_into_id IS NOT NULL' })
@Index('customers_of_an_import', ['importId', 'id'], { where: 'import_id IS NOT NULL' })
@Index('one_customer_per_external_id', ['externalId'], { unique: true, where: 'external_id IS NOT NULL' })
@Check('a_customer_is_a_person_or_an_organisation', `kind IN ('person', 'organisation')`)
export class Customer {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 12 })
  kind: CustomerKind;

  @Column('varchar', { length: 200 })
  name: string;

  /** What the list sorts by: the name in lower case, Chinese as pinyin. C collation: the same order on every server, and beginnings are ranges. */
  @Column({ type: 'varchar', length: 400, collation: 'C' })
  sortName: string;

  @ForeignKey(() => Person, { name: 'customer_owner_exists' })
  @Column('uuid', { nullable: true })
  ownerId: string | null;

  @ForeignKey(() => Team, { name: 'customer_team_exists' })
  @Column('uuid', { nullable: true })
  teamId: string | null;

  @ForeignKey(() => Tier, { name: 'customer_tier_exists' })
  @Column('uuid')
  tierId: string;

  @ForeignKey(() => Stage, { name: 'customer_stage_exists' })
  @Column('uuid')
  stageId: string;

  @Column('timestamptz')
  stageSince: Date;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('varchar', { length: 120, nullable: true })
  source: string | null;

  @Column('varchar', { length: 120, nullable: true })
  industry: string | null;

  @Column('varchar', { length: 120, nullable: true })
  region: string | null;

  /** False: somebody we do not serve yet, such as a competitor's customer. Set by hand or by an import, by no stage. */
  @Column('boolean', { default: true })
  isServed: boolean;

  /** The competitor who serves the customer, or did before us. */
  @Column('varchar', { length: 120, nullable: true })
  servedBy: string | null;

  @Column('varchar', { length: 60, array: true, default: [] })
  tags: string[];

  /** Custom field values by field key. */
  @Column('jsonb', { default: {} })
  fields: Record<string, FieldValue>;

  @Column('text', { default: '' })
  note: string;

  /** How the customer wants to be addressed. */
  @Column('varchar', { length: 120, nullable: true })
  formOfAddress: string | null;

  @ForeignKey(() => Channel, { name: 'preferred_channel_exists' })
  @Column('uuid', { nullable: true })
  preferredChannelId: string | null;

  /** Local times HH:mm of the customer between which contact is welcome. */
  @Column('char', { length: 5, nullable: true })
  preferredFrom: string | null;

  @Column('char', { length: 5, nullable: true })
  preferredUntil: string | null;

  /** Local times HH:mm of the customer between which nobody calls. May span midnight. */
  @Column('char', { length: 5, nullable: true })
  quietFrom: string | null;

  @Column('char', { length: 5, nullable: true })
  quietUntil: string | null;

  /** The customer's own zone; null = the organisation's. */
  @Column('varchar', { length: 64, nullable: true })
  timeZone: string | null;

  /** Channels on which the customer must not be contacted. */
  @Column('uuid', { array: true, default: [] })
  doNotContact: string[];

  /** The day the customer was first known; origin of conversion where no communication came first. */
  @Column('date')
  knownSinceOn: string;

  @Column('timestamptz')
  createdAt: Date;

  @ForeignKey(() => Person, { name: 'customer_creator_exists' })
  @Column('uuid')
  createdById: string;

  /** The id of the same customer in the system it was imported from. */
  @Column('varchar', { length: 120, nullable: true })
  externalId: string | null;

  @Column('uuid', { nullable: true })
  importId: string | null;

  /** The customer that this one turned out to be, and was merged into; it is archived then. */
  @ForeignKey(() => Customer, { name: 'merged_into_exists' })
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null;

  /** Moved by every change a person makes, not by the derived columns below. */
  @Column('int', { default: 1 })
  version: number;

  /** A cadence of this customer's own. */
  @ForeignKey(() => Cadence, { name: 'own_cadence_exists' })
  @Column('uuid', { nullable: true })
  cadenceId: string | null;

  /** The cadence asks for nothing before this day. */
  @Column('date', { nullable: true })
  cadencePausedUntil: string | null;

  @Column('varchar', { length: 300, nullable: true })
  cadencePauseReason: string | null;

  // Brought up to date by the job of the cadences, every hour and soon after a change of them.
  /** The first cadence of a segment that the customer is in. */
  @ForeignKey(() => Cadence, { name: 'segment_cadence_exists' })
  @Column('uuid', { nullable: true })
  segmentCadenceId: string | null;

  /** Since when the cadence asks for no more, by its own rule. */
  @Column('timestamptz', { nullable: true })
  cadenceStoppedAt: Date | null;

  @Column('varchar', { length: 9, nullable: true })
  cadenceStopReason: 'attempts' | 'converted' | null;

  /** What counts: the customer's own cadence, else that of a segment, else that of the tier (whose id it then is). Written by the trigger `pace_of_a_customer`. */
  @Column({ type: 'uuid', insert: false, update: false })
  paceId: string;

  // Derived from stage changes, in the same transaction.
  /** True while the stage is of kind open. */
  @Column('boolean', { default: true })
  isOpen: boolean;

  /** First change into a won stage. */
  @Column('timestamptz', { nullable: true })
  convertedAt: Date | null;

  // Derived from communications and touchpoints by the SQL function refresh_contact_state.
  @Column('timestamptz', { nullable: true })
  firstContactAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastContactAt: Date | null;

  /** The last time the customer was heard: an inbound or a reached communication. */
  @Column('timestamptz', { nullable: true })
  lastHeardAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastEffectiveAt: Date | null;

  /** The day from which the cadence counts: the last effective contact, else the day first known. */
  @Column('date')
  cadenceAnchorOn: string;

  /** Until when an unanswered inbound contact should be answered. */
  @Column('timestamptz', { nullable: true })
  respondBy: Date | null;

  @Column('date', { nullable: true })
  nextTouchpointOn: string | null;

  /** How the last communication left the next step: a touchpoint, the cadence, none (with a reason), or never said. */
  @Column('varchar', { length: 12, nullable: true })
  nextStep: 'touchpoint' | 'cadence' | 'none' | null;

  @Column('varchar', { length: 300, nullable: true })
  nextStepReason: string | null;
}
