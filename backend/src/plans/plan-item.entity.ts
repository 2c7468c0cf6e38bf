import { Check, Column, DeleteDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Channel, CONTACT_KINDS, type ContactKind } from '../channels/index.ts';
import { Segment } from '../customers/index.ts';
import { Incentive } from '../incentives/index.ts';
import { Norm } from '../norms/index.ts';
import { Person, Team } from '../people/index.ts';
import { Plan } from './plan.entity.ts';

/** Contact that repeats by itself (常规), or for an occasion (临时). */
export const CONTACT_MODES = ['routine', 'ad_hoc'] as const;
/** One of those. */
export type ContactMode = (typeof CONTACT_MODES)[number];

/** One line of a plan with the seven things it must name: objective, time, place, audience, method, content, responsible. */
@Entity('plan_items')
@Index('items_of_a_plan', ['planId', 'position'])
@Index('items_with_a_norm', ['normId'], { where: 'norm_id IS NOT NULL' })
@Check('an_item_is_routine_or_ad_hoc', `mode IN ('routine', 'ad_hoc')`)
@Check('an_item_has_a_contact_kind', `contact_kind IN (${CONTACT_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
@Check('a_window_is_not_negative', 'window_days >= 0')
export class PlanItem {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Plan, { name: 'item_plan_exists' })
  @Column('uuid')
  planId: string;

  @Column('int')
  position: number;

  @Column('varchar', { length: 300 })
  objective: string;

  /** The first due day; months are counted from it. */
  @Column('date', { nullable: true })
  startsOn: string | null;

  /** No due day on or after it; null = the plan's end. */
  @Column('date', { nullable: true })
  endsOn: string | null;

  /** An RFC 5545 rule without COUNT and UNTIL; null = once. */
  @Column('varchar', { length: 200, nullable: true })
  recurrence: string | null;

  /** Working days before and after the due day within which a contact counts. */
  @Column('int', { default: 5 })
  windowDays: number;

  @Column('varchar', { length: 200, default: '' })
  place: string;

  @ForeignKey(() => Segment, { name: 'item_audience_exists' })
  @Column('uuid', { nullable: true })
  segmentId: string | null;

  @Column('varchar', { length: 8, default: 'routine' })
  mode: ContactMode;

  @Column('varchar', { length: 20, nullable: true })
  contactKind: ContactKind | null;

  @ForeignKey(() => Channel, { name: 'item_channel_exists' })
  @Column('uuid', { nullable: true })
  channelId: string | null;

  /** How it is done, in words. */
  @Column('varchar', { length: 300, default: '' })
  method: string;

  @Column('text', { default: '' })
  content: string;

  @Column('text', { default: '' })
  talkingPoints: string;

  @ForeignKey(() => Team, { name: 'item_team_exists' })
  @Column('uuid', { nullable: true })
  responsibleTeamId: string | null;

  /** Who makes the contacts; null = each customer's owner. */
  @ForeignKey(() => Person, { name: 'item_responsible_exists' })
  @Column('uuid', { nullable: true })
  responsibleId: string | null;

  /** The norm that its contacts follow; null: that of their channel or kind. */
  @ForeignKey(() => Norm, { name: 'item_norm_exists' })
  @Column('uuid', { nullable: true })
  normId: string | null;

  /** What customers get for taking part. */
  @ForeignKey(() => Incentive, { name: 'item_incentive_exists' })
  @Column('uuid', { nullable: true })
  incentiveId: string | null;

  /** Contacts that the item aims at; null = all of its touchpoints. */
  @Column('int', { nullable: true })
  targetCount: number | null;

  /** Whoever comes into the segment after the approval is taken into the audience by itself. */
  @Column('boolean', { default: false })
  takesJoiners: boolean;

  /** Whoever leaves the segment after the approval leaves the audience by itself. */
  @Column('boolean', { default: false })
  dropsLeavers: boolean;

  /** Set when a running plan has lost it; what was made of it stays. Left out of every reading that does not ask for it. */
  @DeleteDateColumn({ type: 'timestamptz', nullable: true })
  removedAt: Date | null;
}
