import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalisedNames } from '../kernel/index.ts';

/** The eight contact kinds (接触方法), in their order. */
export const CONTACT_KINDS = ['advertising', 'public_relations', 'personal', 'meeting', 'commissioned', 'medium', 'alliance', 'random'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** How we are in contact: phone, visit, e-mail … Renaming one changes no report, because records keep its id. */
@Entity('channels')
@Check('a_channel_belongs_to_a_contact_kind', `contact_kind IN (${CONTACT_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
export class Channel {
  @PrimaryColumn('uuid')
  id: string;

  /** Stable word for imports and quick input; unique, never shown as the name. */
  @Index('one_channel_per_key', { unique: true })
  @Column('varchar', { length: 40 })
  key: string;

  @Column('jsonb')
  names: LocalisedNames;

  @Column('varchar', { length: 20 })
  contactKind: ContactKind;

  /** Name of an icon that the frontend ships. */
  @Column('varchar', { length: 40 })
  icon: string;

  @Column('int')
  position: number;

  /** Two-way channels can be effective; one-way ones (an advertisement) can not. */
  @Column('boolean')
  isTwoWay: boolean;

  /** Live: both sides are there at once, so a reached inbound contact needs no answer afterwards. */
  @Column('boolean')
  isLive: boolean;

  /** Response promise for inbound contact, in minutes; null = the end of the same working day. */
  @Column('int', { nullable: true })
  responseMinutes: number | null;

  /** True when those minutes are working time. */
  @Column('boolean', { default: false })
  isResponseInWorkingTime: boolean;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
