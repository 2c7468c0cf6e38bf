import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Channel, CONTACT_KINDS, type ContactKind } from '../channels/index.ts';
import { Person } from '../people/index.ts';
import { Norm } from './norm.entity.ts';

/** One point of a checklist; its identifier stays while its words are changed. */
export interface NormPoint {
  readonly id: string;
  readonly text: string;
  readonly isRequired: boolean;
}

/** What a norm said from one moment to another; never changed afterwards but for its end, so that what was followed stays reportable. */
@Entity('norm_versions')
@Index('one_norm_version_per_number', ['normId', 'number'], { unique: true })
@Index('one_version_of_a_norm_in_force', ['normId'], { unique: true, where: 'until_at IS NULL' })
@Index('one_norm_per_channel', ['channelId'], { unique: true, where: 'until_at IS NULL' })
@Index('one_norm_per_contact_kind', ['contactKind'], { unique: true, where: 'until_at IS NULL' })
@Check('a_norm_has_a_contact_kind', `contact_kind IN (${CONTACT_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
@Check('a_norm_is_for_a_channel_or_a_kind', 'channel_id IS NULL OR contact_kind IS NULL')
export class NormVersion {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Norm, { name: 'versioned_norm_exists' })
  @Column('uuid')
  normId: string;

  /** From 1. */
  @Column('int')
  number: number;

  @Column('varchar', { length: 120 })
  name: string;

  /** All contacts of that kind; null with no channel: only the plan items that name the norm. */
  @Column('varchar', { length: 20, nullable: true })
  contactKind: ContactKind | null;

  /** All contacts on that channel. */
  @ForeignKey(() => Channel, { name: 'norm_channel_exists' })
  @Column('uuid', { nullable: true })
  channelId: string | null;

  /** In order. */
  @Column('jsonb', { default: '[]' })
  checklist: NormPoint[];

  /** What to say, with placeholders such as `{customer}`. */
  @Column('text', { default: '' })
  script: string;

  @Column('jsonb', { default: '[]' })
  dos: string[];

  @Column('jsonb', { default: '[]' })
  donts: string[];

  /** Promised time to an answer in minutes; null: what the channel promises. */
  @Column('int', { nullable: true })
  responseMinutes: number | null;

  /** True when those minutes are working time. */
  @Column('boolean', { default: true })
  isResponseInWorkingTime: boolean;

  @Column('timestamptz')
  fromAt: Date;

  /** When the next version took its place or the norm was archived; null while it is in force. */
  @Column('timestamptz', { nullable: true })
  untilAt: Date | null;

  @ForeignKey(() => Person, { name: 'norm_version_author_exists' })
  @Column('uuid')
  madeById: string;
}
