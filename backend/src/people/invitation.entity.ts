import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.ts';

/** A one-time link that lets an invited person (or one who forgot the password) set a password. */
@Entity('invitations')
@Index('invitations_by_person', ['personId'])
export class Invitation {
  /** SHA-256 of the token in the link. */
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @ForeignKey(() => Person, { name: 'invitation_person_exists', onDelete: 'CASCADE' })
  @Column('uuid')
  personId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
