import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Channel } from '../channels/index.ts';
import { ContactPerson, Customer } from '../customers/index.ts';
import { Person } from '../people/index.ts';
import { Touchpoint } from '../touchpoints/index.ts';
import { Disposition } from './disposition.entity.ts';
import { Outcome } from './outcome.entity.ts';

/** The five kinds of record; that of an approval has the approval's id. */
export const FOLLOW_UP_KINDS = ['communication', 'log', 'schedule', 'task', 'approval'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];
export type Direction = 'outbound' | 'inbound';
export type Validity = 'unassessed' | 'valid' | 'invalid';

/** A record of what did happen with a customer (communication, log), or of a simple event or task. */
@Entity('follow_ups')
@Index('timeline_of_a_customer', ['customerId', 'occurredAt', 'id'])
@Index('follow_ups_by_day', ['occurredOn'])
// Written by hand, because it includes columns: the communications alone, as reports count them.
@Index('communications_for_reports', { synchronize: false })
@Index('follow_ups_by_owner_and_time', ['ownerId', 'occurredAt'])
@Index('events_and_tasks_of_an_owner', ['ownerId', 'occurredAt'], { where: `kind IN ('schedule', 'task')` })
@Index('open_tasks_of_an_owner', ['ownerId', 'occurredAt'], { where: `kind = 'task' AND done_at IS NULL` })
@Index('one_communication_per_touchpoint', ['touchpointId'], { unique: true, where: `touchpoint_id IS NOT NULL` })
@Index('follow_ups_by_next_touchpoint', ['nextTouchpointId'], { where: 'next_touchpoint_id IS NOT NULL' })
@Index('follow_ups_of_an_import', ['importId', 'id'], { where: 'import_id IS NOT NULL' })
@Index('follow_ups_with_a_contact_person', ['contactPersonId'], { where: 'contact_person_id IS NOT NULL' })
@Index('one_follow_up_per_external_id', ['externalId'], { unique: true, where: 'external_id IS NOT NULL' })
@Check('a_follow_up_has_a_kind', `kind IN ('communication', 'log', 'schedule', 'task', 'approval')`)
@Check(
  'a_communication_names_customer_channel_and_disposition',
  `kind <> 'communication' OR (customer_id IS NOT NULL AND channel_id IS NOT NULL AND disposition_id IS NOT NULL AND direction IS NOT NULL)`,
)
@Check('an_evaluation_is_1_to_5', 'evaluation BETWEEN 1 AND 5')
@Check('an_invalid_communication_says_why', `validity <> 'invalid' OR invalid_reason IS NOT NULL`)
@Check('an_event_ends_after_it_starts', 'ends_at > occurred_at')
export class FollowUp {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 14 })
  kind: FollowUpKind;

  @ForeignKey(() => Customer, { name: 'follow_up_customer_exists' })
  @Column('uuid', { nullable: true })
  customerId: string | null;

  /** Who did it; keeps the credit for ever. */
  @ForeignKey(() => Person, { name: 'follow_up_author_exists' })
  @Column('uuid')
  authorId: string;

  /** In whose calendar it stands (events, tasks); the author elsewhere. */
  @ForeignKey(() => Person, { name: 'follow_up_owner_exists' })
  @Column('uuid')
  ownerId: string;

  /** When it happened; for an event when it starts, for a task when it is due (end of the day when only a day is given). */
  @Column('timestamptz')
  occurredAt: Date;

  /** The organisation's local day of `occurredAt`. */
  @Column('date')
  occurredOn: string;

  /** When it was typed. */
  @Column('timestamptz')
  loggedAt: Date;

  /** End of an event. */
  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  /** True for an event or task that names a day and no time. */
  @Column('boolean', { default: false })
  isAllDay: boolean;

  /** When a task was done. */
  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;

  @ForeignKey(() => Channel, { name: 'follow_up_channel_exists' })
  @Column('uuid', { nullable: true })
  channelId: string | null;

  @Column('varchar', { length: 8, nullable: true })
  direction: Direction | null;

  @ForeignKey(() => Disposition, { name: 'follow_up_disposition_exists' })
  @Column('uuid', { nullable: true })
  dispositionId: string | null;

  @ForeignKey(() => Outcome, { name: 'follow_up_outcome_exists' })
  @Column('uuid', { nullable: true })
  outcomeId: string | null;

  @Column('smallint', { nullable: true })
  evaluation: number | null;

  @Column('varchar', { length: 10, default: 'unassessed' })
  validity: Validity;

  @Column('varchar', { length: 300, nullable: true })
  invalidReason: string | null;

  /** Reached, two-way, evaluation not below 2, not invalid: what resets a cadence. Set with the four judgements. */
  @Column('boolean', { default: false })
  isEffective: boolean;

  @ForeignKey(() => ContactPerson, { name: 'follow_up_contact_person_exists' })
  @Column('uuid', { nullable: true })
  contactPersonId: string | null;

  @Column('varchar', { length: 200, default: '' })
  subject: string;

  @Column('text', { default: '' })
  text: string;

  /** Where an event takes place. */
  @Column('varchar', { length: 200, nullable: true })
  place: string | null;

  @Column('int', { nullable: true })
  durationSeconds: number | null;

  /** The touchpoint that this communication kept. */
  @ForeignKey(() => Touchpoint, { name: 'kept_touchpoint_exists' })
  @Column('uuid', { nullable: true })
  touchpointId: string | null;

  /** Why it counted for that touchpoint: `chosen`, or the rule that matched; `chosen` without a touchpoint: its author said that it keeps none. */
  @Column('varchar', { length: 40, nullable: true })
  countedBecause: string | null;

  /** The touchpoint of the next step: planned with this communication, or the open one that it moved. */
  @ForeignKey(() => Touchpoint, { name: 'next_touchpoint_exists' })
  @Column('uuid', { nullable: true })
  nextTouchpointId: string | null;

  @Column('varchar', { length: 12, nullable: true })
  nextStep: 'touchpoint' | 'cadence' | 'none' | null;

  @Column('varchar', { length: 300, nullable: true })
  nextStepReason: string | null;

  /** Answer deadline of an inbound contact that needs one. */
  @Column('timestamptz', { nullable: true })
  respondBy: Date | null;

  @Column('timestamptz', { nullable: true })
  correctedAt: Date | null;

  /** Taken back within the undo window, or withdrawn with a trace; counted nowhere. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('varchar', { length: 120, nullable: true })
  externalId: string | null;

  @Column('uuid', { nullable: true })
  importId: string | null;

  @Column('int', { default: 1 })
  version: number;
}
