import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.ts';

/** One signed-in browser. Only the hash of its token is kept. */
@Entity('sessions')
@Index('sessions_by_person', ['personId'])
export class Session {
  /** SHA-256 of the opaque token in the cookie. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  /** Public handle, shown in the list of sessions. */
  @Index('one_session_per_handle', { unique: true })
  @Column('uuid')
  id: string;

  @ForeignKey(() => Person, { name: 'session_person_exists', onDelete: 'CASCADE' })
  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Moved at most once a minute. */
  @Column('timestamptz')
  lastSeenAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('varchar', { length: 200 })
  userAgent: string;

  @Column('varchar', { length: 64 })
  address: string;
}
