import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from '../customer.entity.ts';
import { ContactPerson } from './contact-person.entity.ts';

/** By what a customer can be reached. */
export const CONTACT_POINT_KINDS = ['phone', 'email', 'wechat', 'other'] as const;
/** One of those. */
export type ContactPointKind = (typeof CONTACT_POINT_KINDS)[number];
/** What is known of a contact point: nothing, that it works, that it may be wrong, that it is wrong. */
export const VALIDITIES = ['unknown', 'ok', 'suspect', 'invalid'] as const;
/** One of those. */
export type ContactPointValidity = (typeof VALIDITIES)[number];

/** A way to reach a customer or one of its people: a phone number, an e-mail address, a WeChat id. */
@Entity('contact_points')
@Index('contact_points_of_a_customer', ['customerId', 'position'])
@Index('contact_points_of_a_person', ['contactPersonId'], { where: 'contact_person_id IS NOT NULL' })
@Check('a_contact_point_has_a_kind', `kind IN ('phone', 'email', 'wechat', 'other')`)
@Check('a_contact_point_has_a_validity', `validity IN ('unknown', 'ok', 'suspect', 'invalid')`)
export class ContactPoint {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Customer, { name: 'contact_point_customer_exists' })
  @Column('uuid')
  customerId: string;

  /** Null when it belongs to the customer itself. */
  @ForeignKey(() => ContactPerson, { name: 'contact_point_person_exists' })
  @Column('uuid', { nullable: true })
  contactPersonId: string | null;

  @Column('varchar', { length: 10 })
  kind: ContactPointKind;

  /** As typed. */
  @Column('varchar', { length: 254 })
  value: string;

  /** For finding: the digits of a phone number reversed (so that its tail is a prefix), else lower case. C collation. */
  @Index('contact_points_by_search_key')
  @Column({ type: 'varchar', length: 254, collation: 'C' })
  searchKey: string;

  @Column('varchar', { length: 10, default: 'unknown' })
  validity: ContactPointValidity;

  @Column('int')
  position: number;
}
