import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Import } from './import.entity.ts';

/**
 * A piece of an uploaded file, as it came. In the database and not in a folder, so that any process can go on with the
 * import and a backup holds it. Removed when the import is over.
 */
@Entity('import_pieces')
export class ImportPiece {
  @ForeignKey(() => Import, { name: 'piece_import_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  importId: string;

  @PrimaryColumn('int')
  position: number;

  @Column('bytea')
  content: Buffer;
}
