import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';

/** One import of a file: from upload over mapping and dry run to its result. */
@Entity('imports')
@Index('imports_by_time', ['createdAt'])
export class Import {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 16 })
  kind: 'customers' | 'communications';

  @Column('varchar', { length: 200 })
  fileName: string;

  @Column('varchar', { length: 12 })
  state: 'uploaded' | 'checking' | 'checked' | 'running' | 'done' | 'failed';

  @Column('varchar', { length: 20 })
  encoding: string;

  @Column('varchar', { length: 1 })
  delimiter: string;

  @Column('jsonb', { nullable: true })
  mapping: Record<string, unknown> | null;

  @Column('jsonb', { default: {} })
  counts: Record<string, number>;

  /** Rows read so far, for the progress bar. */
  @Column('int', { default: 0 })
  rowsDone: number;

  @Column('int', { default: 0 })
  rowsTotal: number;

  @Column('varchar', { length: 300, nullable: true })
  failure: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @ForeignKey(() => Person, { name: 'importer_exists' })
  @Column('uuid')
  createdById: string;
}
