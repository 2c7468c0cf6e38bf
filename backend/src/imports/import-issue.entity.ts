import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RefusalParams } from '../kernel/index.ts';
import { Import } from './import.entity.ts';

/** Why a row of a file was not taken over: something wrong in a column, or a duplicate. */
@Entity('import_issues')
@Check('an_issue_is_an_error_or_a_duplicate', `fate IN ('error', 'duplicate')`)
export class ImportIssue {
  @ForeignKey(() => Import, { name: 'issue_import_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  importId: string;

  /** Line of the file on which the row starts, 1 being the first. */
  @PrimaryColumn('int')
  line: number;

  /** Several issues of one row, in order. */
  @PrimaryColumn('smallint')
  position: number;

  @Column('varchar', { length: 10 })
  fate: 'error' | 'duplicate';

  /** Name of the column at fault; empty when it is the row as a whole. */
  @Column('varchar', { length: 200 })
  columnName: string;

  @Column('varchar', { length: 60 })
  code: string;

  @Column('jsonb', { default: {} })
  params: RefusalParams;

  /** The beginning of what stood there. */
  @Column('varchar', { length: 200 })
  value: string;
}
