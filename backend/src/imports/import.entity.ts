import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';
import type { InspectedColumn } from './file/inspection.ts';
import type { Mapping } from './mapping/mapping.rules.ts';
import type { UndoProgress } from './undo/undo-counts.ts';

/** What a file can hold. */
export const IMPORT_KINDS = ['customers', 'communications'] as const;
/** The kind of a file. */
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a file is: text, or a spreadsheet of which one sheet is read. */
export const FILE_FORMATS = ['csv', 'xlsx'] as const;
/** One of those. */
export type FileFormat = (typeof FILE_FORMATS)[number];

/** How far an import has come. */
export const IMPORT_STATES = ['uploading', 'uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone'] as const;
/** One of these states. */
export type ImportState = (typeof IMPORT_STATES)[number];

/** What became, or in a dry run would become, of a row. */
export const ROW_FATES = ['new', 'update', 'unchanged', 'duplicate', 'error'] as const;
/** One of these fates. */
export type RowFate = (typeof ROW_FATES)[number];
/** How many rows met each fate. */
export type FateCounts = Record<RowFate, number>;

/** One of the first rows of a fate, shown so that a person can judge the mapping. */
export interface SampleRow {
  line: number;
  /** Name, day and the like, as the product understood them. */
  text: string;
}

/** One import of a file: from upload over mapping and dry run to its result. */
@Entity('imports')
@Index('imports_by_time', ['createdAt'])
@Check('an_import_has_a_state', `state IN (${IMPORT_STATES.map((state) => `'${state}'`).join(', ')})`)
export class Import {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 16 })
  kind: ImportKind;

  @Column('varchar', { length: 200 })
  fileName: string;

  @Column('varchar', { length: 12 })
  state: ImportState;

  @Column('varchar', { length: 4, default: 'csv' })
  format: FileFormat;

  /** Names of the sheets of a spreadsheet. */
  @Column('jsonb', { default: [] })
  sheets: string[];

  /** The sheet that is read. */
  @Column('varchar', { length: 200, nullable: true })
  sheet: string | null;

  @Column('varchar', { length: 20 })
  encoding: string;

  @Column('varchar', { length: 1 })
  delimiter: string;

  /** The columns of the file with samples of what stands in them. */
  @Column('jsonb', { default: [] })
  columns: InspectedColumn[];

  @Column('jsonb', { nullable: true })
  mapping: Mapping | null;

  @Column('jsonb', { default: {} })
  counts: Partial<FateCounts>;

  /** The first rows of each fate. */
  @Column('jsonb', { default: {} })
  samples: Partial<Record<RowFate, SampleRow[]>>;

  /** Rows dealt with so far, for the progress bar; written with the rows themselves, so a second attempt goes on from here. */
  @Column('int', { default: 0 })
  rowsDone: number;

  @Column('int', { default: 0 })
  rowsTotal: number;

  /** A refusal code that says why it failed. */
  @Column('varchar', { length: 300, nullable: true })
  failure: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** How far its undo has come, or what it came to; null while nobody asked for it. */
  @Column('jsonb', { nullable: true })
  undo: UndoProgress | null;

  @ForeignKey(() => Person, { name: 'importer_exists' })
  @Column('uuid')
  createdById: string;
}
