import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalisedNames } from '../kernel/index.ts';

/** What a disposition means to the rules, whatever it is called. */
export const DISPOSITION_KINDS = [
  'reached', 'no_answer', 'busy', 'voicemail', 'call_back', 'wrong_number', 'bounced', 'refused', 'sent', 'not_recorded',
] as const;
export type DispositionKind = (typeof DISPOSITION_KINDS)[number];

/** Did the channel connect. Only the kind `reached` counts as reached. */
@Entity('dispositions')
@Check('a_disposition_has_a_kind', `kind IN (${DISPOSITION_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
export class Disposition {
  @PrimaryColumn('uuid')
  id: string;

  @Index('one_disposition_per_key', { unique: true })
  @Column('varchar', { length: 40 })
  key: string;

  @Column('jsonb')
  names: LocalisedNames;

  @Column('varchar', { length: 14 })
  kind: DispositionKind;

  @Column('int')
  position: number;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
