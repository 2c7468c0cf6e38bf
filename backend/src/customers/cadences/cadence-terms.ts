import { Column } from 'typeorm';
import type { CadenceAnchor, CadenceUnit } from './cadence.rules.ts';

/** What a cadence says besides its interval: how the interval is counted, how and when to contact, and when to stop. */
export abstract class CadenceTerms {
  /** What ideal and maximum are counted in. */
  @Column('varchar', { length: 13, default: 'working_days' })
  unit: CadenceUnit;

  /** Sliding counts from the last effective contact, fixed from `anchorOn`, whatever happens. */
  @Column('varchar', { length: 7, default: 'sliding' })
  anchor: CadenceAnchor;

  /** The first slot of a fixed cadence. */
  @Column('date', { nullable: true })
  anchorOn: string | null;

  /** Preferred channels, the best first. */
  @Column('uuid', { array: true, default: [] })
  channelIds: string[];

  /** Hours HH:mm of the customer's day at which contact is best. */
  @Column('char', { length: 5, nullable: true })
  hoursFrom: string | null;

  @Column('char', { length: 5, nullable: true })
  hoursUntil: string | null;

  /** Silent attempts in a row after which the cadence asks for no more. */
  @Column('int', { nullable: true })
  stopAfterAttempts: number | null;

  /** The first day on which the cadence asks for nothing any more. */
  @Column('date', { nullable: true })
  stopOn: string | null;

  /** Whether a customer who converted once, and is open again, is left alone. */
  @Column('boolean', { default: false })
  stopsWhenConverted: boolean;
}
