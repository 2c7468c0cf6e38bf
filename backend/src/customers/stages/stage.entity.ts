import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalisedNames } from '../../kernel/index.ts';

/** What a stage means: the customer is still open, was won or lost, or sleeps. */
export const STAGE_KINDS = ['open', 'won', 'lost', 'dormant'] as const;
/** One of those. */
export type StageKind = (typeof STAGE_KINDS)[number];

/** A step of the pipeline. */
@Entity('stages')
@Check('a_stage_has_a_kind', `kind IN ('open', 'won', 'lost', 'dormant')`)
export class Stage {
  @PrimaryColumn('uuid')
  id: string;

  @Index('one_stage_per_key', { unique: true })
  @Column('varchar', { length: 40 })
  key: string;

  @Column('jsonb')
  names: LocalisedNames;

  @Column('varchar', { length: 10 })
  kind: StageKind;

  @Column('int')
  position: number;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
