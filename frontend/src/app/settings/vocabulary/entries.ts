import type { View } from '../../core/api';
import type { EntryOf, ListName } from '../../core/vocabulary';

/** Any entry, with what only some lists have. */
export type Entry = EntryOf<ListName> & Partial<Omit<EntryOf<'channels'>, 'kind'> & EntryOf<'tiers'> & Omit<EntryOf<'fields'>, 'kind'>> & { kind?: string };

type Kind<V extends 'WriteStage' | 'WriteDisposition' | 'WriteField'> = View<V>['kind'];

/** The eight contact kinds in their order. */
export const CONTACT_KINDS: readonly View<'WriteChannel'>['contactKind'][] = ['advertising', 'public_relations', 'personal', 'meeting', 'commissioned', 'medium', 'alliance', 'random'];

/** What a disposition can mean. */
export const DISPOSITION_KINDS: readonly Kind<'WriteDisposition'>[] = ['reached', 'no_answer', 'busy', 'voicemail', 'call_back', 'sent', 'refused', 'wrong_number', 'bounced', 'not_recorded'];

/** What a stage can mean. */
export const STAGE_KINDS: readonly Kind<'WriteStage'>[] = ['open', 'won', 'lost', 'dormant'];

/** What a custom field can hold. */
export const FIELD_KINDS: readonly Kind<'WriteField'>[] = ['text', 'number', 'date', 'choice', 'boolean'];

/** The kinds of a list; empty where entries have none, or another word for it. */
export const kindsOf = (list: ListName): readonly string[] =>
  list === 'dispositions' ? DISPOSITION_KINDS : list === 'stages' ? STAGE_KINDS : list === 'fields' ? FIELD_KINDS : [];
