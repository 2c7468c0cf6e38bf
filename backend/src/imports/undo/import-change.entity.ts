import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Import } from '../import.entity.ts';

/** What an import added to a customer or communication that was there already. */
export interface Added {
  ownerChangeId?: string;
  correctionId?: string;
  people?: { id: string; name: string; title: string | null }[];
  points?: { id: string; kind: string; value: string }[];
}

/** What an import changed of a customer or communication that was there already, so that it can be put back for 30 days. */
@Entity('import_changes')
@Index('import_changes_of_a_record', ['subjectId'])
export class ImportChange {
  @ForeignKey(() => Import, { name: 'changing_import_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  importId: string;

  /** The customer or the communication, by the kind of the import. */
  @PrimaryColumn('uuid')
  subjectId: string;

  /** Columns of the table that changed, with their former values. */
  @Column('jsonb')
  before: Record<string, unknown>;

  /** The same columns with what the import wrote. */
  @Column('jsonb', { default: {} })
  after: Record<string, unknown>;

  @Column('jsonb', { default: {} })
  added: Added;

  /** The record's version after the import. */
  @Column('int')
  subjectVersion: number;

  /** By how much the import, and its undo, moved the record's version: a version beyond that was somebody's. */
  @Column('smallint', { default: 1 })
  steps: number;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;
}
