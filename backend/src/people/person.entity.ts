import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Language } from '../kernel/index.ts';
import { Team } from './team.entity.ts';

/** What a person may do; a person can hold several. */
export const ROLES = ['sales', 'manager', 'team_lead', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Which rows a person sees; see `docs/domain.md`. */
export const DATA_SCOPES = ['own', 'reports', 'team', 'team_tree', 'all'] as const;
export type DataScope = (typeof DATA_SCOPES)[number];

/** A colleague with an account: invited, active or disabled. Never deleted, because records name their author. */
@Entity('people')
@Index('people_by_team', ['teamId'])
@Index('people_by_manager', ['reportsToId'])
@Check('a_person_does_not_report_to_themselves', 'reports_to_id <> id')
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 120 })
  name: string;

  /** Stored in lower case. */
  @Index('one_account_per_email', { unique: true })
  @Column('varchar', { length: 254 })
  email: string;

  /** argon2id in PHC form; null until the invitation is accepted. */
  @Column('varchar', { length: 200, nullable: true, select: false })
  passwordHash: string | null;

  @ForeignKey(() => Team, { name: 'person_team_exists' })
  @Column('uuid', { nullable: true })
  teamId: string | null;

  @ForeignKey(() => Person, { name: 'person_manager_exists' })
  @Column('uuid', { nullable: true })
  reportsToId: string | null;

  @Column('varchar', { length: 20, array: true })
  roles: Role[];

  @Column('varchar', { length: 10 })
  dataScope: DataScope;

  @Column('varchar', { length: 10 })
  state: 'invited' | 'active' | 'disabled';

  @Column('varchar', { length: 10 })
  language: Language;

  @Column('varchar', { length: 64 })
  timeZone: string;

  @Column('varchar', { length: 10, default: 'system' })
  theme: 'system' | 'light' | 'dark';

  @Column('timestamptz')
  createdAt: Date;

  /** When the person last used the product; moved at most once a minute, null until they first sign in. */
  @Column('timestamptz', { nullable: true })
  lastSeenAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
