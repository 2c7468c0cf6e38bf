import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from '../customer.entity.ts';

/** A person at a customer. */
@Entity('contact_people')
@Index('contact_people_of_a_customer', ['customerId', 'position'])
export class ContactPerson {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Customer, { name: 'contact_person_customer_exists' })
  @Column('uuid')
  customerId: string;

  @Column('varchar', { length: 120 })
  name: string;

  /** Job title or part played. */
  @Column('varchar', { length: 120, nullable: true })
  title: string | null;

  @Column('varchar', { length: 120, nullable: true })
  formOfAddress: string | null;

  @Column('int')
  position: number;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
