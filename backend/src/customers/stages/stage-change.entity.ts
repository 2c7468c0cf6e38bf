import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/index.ts';
import { Customer } from '../customer.entity.ts';
import { Stage } from './stage.entity.ts';

/** One dated change of a customer's stage: who, when, from, to, the amount if won, the reason if lost. */
@Entity('stage_changes')
@Index('stage_changes_of_a_customer', ['customerId', 'changedAt'])
@Index('stage_changes_by_day', ['changedOn'])
@Check('an_amount_is_not_negative', 'amount >= 0')
export class StageChange {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Customer, { name: 'stage_change_customer_exists' })
  @Column('uuid')
  customerId: string;

  @ForeignKey(() => Stage, { name: 'stage_change_from_exists' })
  @Column('uuid', { nullable: true })
  fromStageId: string | null;

  @ForeignKey(() => Stage, { name: 'stage_change_to_exists' })
  @Column('uuid')
  toStageId: string;

  /** When only the day is known: the last instant of that day, so that the contacts of the day come before it. */
  @Column('timestamptz')
  changedAt: Date;

  /** The organisation's local day of the change. */
  @Column('date')
  changedOn: string;

  /** In the organisation's currency. */
  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  amount: string | null;

  @Column('varchar', { length: 500, nullable: true })
  reason: string | null;

  @ForeignKey(() => Person, { name: 'stage_change_person_exists' })
  @Column('uuid')
  changedById: string;

  /** The communication that brought the change about, if any. */
  @Column('uuid', { nullable: true })
  followUpId: string | null;

  @Column('uuid', { nullable: true })
  importId: string | null;
}
