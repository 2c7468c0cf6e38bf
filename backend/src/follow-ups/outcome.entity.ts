import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalisedNames } from '../kernel/index.ts';

/** What was decided in a communication. */
@Entity('outcomes')
export class Outcome {
  @PrimaryColumn('uuid')
  id: string;

  @Index('one_outcome_per_key', { unique: true })
  @Column('varchar', { length: 40 })
  key: string;

  @Column('jsonb')
  names: LocalisedNames;

  @Column('int')
  position: number;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
