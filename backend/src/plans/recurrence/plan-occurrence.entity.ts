import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PlanItem } from '../plan-item.entity.ts';

/** One due day of an approved plan's item under a number that stays its own when the plan is changed. */
@Entity('plan_occurrences')
export class PlanOccurrence {
  @ForeignKey(() => PlanItem, { name: 'occurrence_item_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  planItemId: string;

  /** The number that its touchpoints carry, from 1. */
  @PrimaryColumn('int')
  number: number;

  @Column('date')
  dueOn: string;

  @Column('date')
  windowFrom: string;

  @Column('date')
  windowUntil: string;

  /** True once a change has taken it out; its number is not given to another day. */
  @Column('boolean', { default: false })
  isDropped: boolean;
}
