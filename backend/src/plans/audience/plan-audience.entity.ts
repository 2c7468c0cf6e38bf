import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from '../../customers/index.ts';
import { Person } from '../../people/index.ts';
import { PlanItem } from '../plan-item.entity.ts';

/** A customer in the frozen audience of a plan item: since when, how it came in, and when it left. */
@Entity('plan_audience')
@Index('audiences_of_a_customer', ['customerId'])
@Check('an_audience_member_came_somehow', `how IN ('frozen', 'by_hand', 'by_rule')`)
export class PlanAudience {
  @ForeignKey(() => PlanItem, { name: 'audience_item_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  planItemId: string;

  @ForeignKey(() => Customer, { name: 'audience_customer_exists' })
  @PrimaryColumn('uuid')
  customerId: string;

  @Column('varchar', { length: 8 })
  how: 'frozen' | 'by_hand' | 'by_rule';

  @Column('timestamptz')
  addedAt: Date;

  @ForeignKey(() => Person, { name: 'audience_adder_exists' })
  @Column('uuid')
  addedById: string;

  @Column('timestamptz', { nullable: true })
  leftAt: Date | null;

  @ForeignKey(() => Person, { name: 'audience_remover_exists' })
  @Column('uuid', { nullable: true })
  leftById: string | null;
}
