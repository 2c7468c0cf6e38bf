import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from '../customer.entity.ts';

/**
 * The search index of a customer, apart from the customer row because that row is updated with every contact
 * and a GIN index on it would be rewritten each time.
 */
@Entity('customer_grams')
@Index('grams_to_renew', ['customerId'], { where: 'rules < 1' })
export class CustomerGrams {
  @ForeignKey(() => Customer, { name: 'grams_customer_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  customerId: string;

  /** Normalised names that a hit is checked against: customer and contact people, with pinyin and initials. */
  @Column('text')
  haystack: string;

  /** See kernel/search-text.ts. */
  @Index('customers_by_gram', { type: 'gin' })
  @Column('text', { array: true })
  grams: string[];

  /** By which rules the names were read; rows below the default are written anew (see name-renewal.ts), and a new rule is a migration that raises it. */
  @Column('smallint', { default: 1 })
  rules: number;
}
