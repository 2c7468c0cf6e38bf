import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalisedNames } from '../../kernel/index.ts';

/** What a custom field can hold. */
export const FIELD_KINDS = ['text', 'number', 'date', 'choice', 'boolean'] as const;
/** One of those. */
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One choice of a choice field. */
export interface FieldChoice {
  key: string;
  names: LocalisedNames;
}

/** A field that the organisation added to its customers. Values stand in `customers.fields` under `key`. */
@Entity('custom_fields')
@Check('a_custom_field_has_a_kind', `kind IN ('text', 'number', 'date', 'choice', 'boolean')`)
export class CustomField {
  @PrimaryColumn('uuid')
  id: string;

  /** Stable word, `[a-z][a-z0-9_]*`. */
  @Index('one_custom_field_per_key', { unique: true })
  @Column('varchar', { length: 40 })
  key: string;

  @Column('jsonb')
  names: LocalisedNames;

  @Column('varchar', { length: 10 })
  kind: FieldKind;

  @Column('jsonb', { default: [] })
  choices: FieldChoice[];

  @Column('boolean', { default: false })
  isRequired: boolean;

  @Column('int')
  position: number;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
