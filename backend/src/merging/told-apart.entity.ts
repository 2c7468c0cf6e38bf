import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from '../customers/index.ts';
import { Person } from '../people/index.ts';

/** Two customers of which somebody said that they are not the same, for everybody; the pair stands once, the smaller id first. It goes with either customer. */
@Entity('customers_told_apart')
@Check('told_apart_once', 'customer_id < other_id')
@Index('told_apart_from_another', ['otherId'])
export class ToldApart {
  @ForeignKey(() => Customer, { name: 'told_apart_customer_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  customerId: string;

  @ForeignKey(() => Customer, { name: 'told_apart_other_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  otherId: string;

  @Column('timestamptz')
  toldAt: Date;

  @ForeignKey(() => Person, { name: 'teller_apart_exists' })
  @Column('uuid')
  toldById: string;
}
