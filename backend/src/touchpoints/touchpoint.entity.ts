import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Channel } from '../channels/index.ts';
import { Customer } from '../customers/index.ts';
import { Person } from '../people/index.ts';
import { PlanItem } from '../plans/index.ts';

/** What can become of a touchpoint: it waits, it happened, it did not, or it will not. */
export const TOUCHPOINT_STATES = ['scheduled', 'done', 'missed', 'cancelled'] as const;
/** One of those. */
export type TouchpointState = (typeof TOUCHPOINT_STATES)[number];
/** Where a touchpoint comes from. */
export const TOUCHPOINT_ORIGINS = ['next_contact', 'manual', 'retry', 'inbound', 'cadence', 'plan'] as const;
/** One of those origins. */
export type TouchpointOrigin = (typeof TOUCHPOINT_ORIGINS)[number];

/** One contact that is meant to happen. A due day is a local date of the owner; a due time is an instant. */
@Entity('touchpoints')
@Index('open_touchpoints_of_an_owner', ['ownerId', 'dueOn'], { where: `state = 'scheduled'` })
@Index('open_touchpoints_of_a_customer', ['customerId', 'dueOn'], { where: `state = 'scheduled'` })
@Index('touchpoints_of_a_customer', ['customerId', 'dueOn'])
@Index('touchpoints_of_an_owner_by_day', { synchronize: false })
@Index('open_touchpoints_outside_plans', { synchronize: false })
@Index('one_touchpoint_per_occurrence', ['planItemId', 'customerId', 'occurrence'], { unique: true, where: 'plan_item_id IS NOT NULL' })
@Index('open_windows_of_plans', ['windowUntil'], { where: `state = 'scheduled' AND window_until IS NOT NULL` })
@Check('a_touchpoint_has_a_state', `state IN ('scheduled', 'done', 'missed', 'cancelled')`)
@Check('a_closed_touchpoint_says_when', `(state = 'scheduled') = (closed_at IS NULL)`)
@Check('a_cancelled_touchpoint_says_why', `state <> 'cancelled' OR closed_reason IS NOT NULL`)
export class Touchpoint {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Customer, { name: 'touchpoint_customer_exists' })
  @Column('uuid')
  customerId: string;

  @ForeignKey(() => Person, { name: 'touchpoint_owner_exists' })
  @Column('uuid')
  ownerId: string;

  @ForeignKey(() => Channel, { name: 'touchpoint_channel_exists' })
  @Column('uuid', { nullable: true })
  channelId: string | null;

  @Column('varchar', { length: 300, default: '' })
  purpose: string;

  @Column('text', { default: '' })
  talkingPoints: string;

  @Column('varchar', { length: 200, nullable: true })
  place: string | null;

  /** Always set: the due day, or the owner's local day of `dueAt`. */
  @Column('date')
  dueOn: string;

  /** Set when a time was agreed. */
  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  /** The first due day ever given; never changed. */
  @Column('date')
  firstDueOn: string;

  @Column('int', { default: 0 })
  timesMoved: number;

  /** True when the date was promised to the customer. */
  @Column('boolean', { default: false })
  isPromised: boolean;

  /** Hide from My day until then; it stays overdue meanwhile. */
  @Column('timestamptz', { nullable: true })
  remindAt: Date | null;

  @Column('varchar', { length: 12 })
  origin: TouchpointOrigin;

  /** The communication that ended with this next step. */
  @Column('uuid', { nullable: true })
  originFollowUpId: string | null;

  @Column('varchar', { length: 10, default: 'scheduled' })
  state: TouchpointState;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('varchar', { length: 300, nullable: true })
  closedReason: string | null;

  /** The plan item that it comes from; null for all others. */
  @ForeignKey(() => PlanItem, { name: 'touchpoint_item_exists' })
  @Column('uuid', { nullable: true })
  planItemId: string | null;

  /** Which due day of the item it is, from 1. */
  @Column('int', { nullable: true })
  occurrence: number | null;

  /** The first day on which a contact counts for it, where its plan says so. */
  @Column('date', { nullable: true })
  windowFrom: string | null;

  /** The last one. */
  @Column('date', { nullable: true })
  windowUntil: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @ForeignKey(() => Person, { name: 'touchpoint_creator_exists' })
  @Column('uuid')
  createdById: string;

  @Column('int', { default: 1 })
  version: number;
}
