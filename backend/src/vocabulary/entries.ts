import type { EntityTarget } from 'typeorm';
import { Channel } from '../channels/index.ts';
import { CustomField, Stage, Tier } from '../customers/index.ts';
import { Disposition, Outcome } from '../follow-ups/index.ts';
import type { LocalisedNames } from '../kernel/index.ts';
import type { ChannelView, DispositionView, EntryView, FieldView, OutcomeView, StageView, TierView } from './vocabulary.dto.ts';

/** The lists of the vocabulary, by the word in their address. */
export const LISTS = ['channels', 'dispositions', 'outcomes', 'stages', 'tiers', 'fields'] as const;
export type ListName = (typeof LISTS)[number];

/** What the entities of all lists have in common. */
export interface Entry {
  id: string;
  key: string;
  names: LocalisedNames;
  position: number;
  archivedAt: Date | null;
  /** Set where the list has kinds. */
  kind?: string;
  version: number;
}

/** The entity behind each list. */
export const ENTITY_OF: Readonly<Record<ListName, EntityTarget<Entry>>> = {
  channels: Channel,
  dispositions: Disposition,
  outcomes: Outcome,
  stages: Stage,
  tiers: Tier,
  fields: CustomField,
};

const entryView = ({ id, key, names, position, archivedAt, version }: Entry): EntryView => ({ id, key, names, position, isArchived: archivedAt !== null, version });

/** How each list shows its entries. */
export const viewOf = {
  channels: (row: Channel): ChannelView => ({
    ...entryView(row),
    contactKind: row.contactKind,
    icon: row.icon,
    isTwoWay: row.isTwoWay,
    isLive: row.isLive,
    responseMinutes: row.responseMinutes,
    isResponseInWorkingTime: row.isResponseInWorkingTime,
  }),
  dispositions: (row: Disposition): DispositionView => ({ ...entryView(row), kind: row.kind }),
  outcomes: (row: Outcome): OutcomeView => entryView(row),
  stages: (row: Stage): StageView => ({ ...entryView(row), kind: row.kind }),
  tiers: (row: Tier): TierView => ({ ...entryView(row), idealDays: row.idealDays, maximumDays: row.maximumDays, unit: row.unit }),
  fields: (row: CustomField): FieldView => ({ ...entryView(row), kind: row.kind, choices: row.choices, isRequired: row.isRequired }),
};
