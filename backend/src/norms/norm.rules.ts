import type { ContactKind } from '../channels/index.ts';
import type { NormPoint } from './norm-version.entity.ts';

/** Why a norm applies to a contact: its plan item names it, else it is that of the channel, else that of the contact kind. */
export const NORM_REASONS = ['item', 'channel', 'kind'] as const;
/** One of those. */
export type NormReason = (typeof NORM_REASONS)[number];

/** Where a norm applies by itself. */
export interface NormPlace {
  readonly normId: string;
  readonly channelId: string | null;
  readonly contactKind: ContactKind | null;
}

/** A contact as far as its norm depends on it. */
export interface NormedContact {
  readonly itemNormId: string | null;
  readonly channelId: string | null;
  readonly contactKind: ContactKind | null;
}

/** The norm of a contact among those in use: the nearest wins, item before channel before kind; null when there is none. */
export function nearestNorm<T extends NormPlace>(inUse: readonly T[], { itemNormId, channelId, contactKind }: NormedContact): { norm: T; because: NormReason } | null {
  const found = (because: NormReason, wanted: string | null, of: (norm: T) => string | null): { norm: T; because: NormReason } | null => {
    const norm = wanted === null ? undefined : inUse.find((one) => of(one) === wanted);
    return norm ? { norm, because } : null;
  };
  return found('item', itemNormId, ({ normId }) => normId) ?? found('channel', channelId, (norm) => norm.channelId) ?? found('kind', contactKind, (norm) => norm.contactKind);
}

/** What a script can name; the page offers them in this order. */
export const PLACEHOLDERS = ['customer', 'contact', 'me', 'company', 'purpose', 'place'] as const;
/** One of those. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

const CHINESE: Readonly<Record<string, Placeholder>> = {
  客户: 'customer', 客戶: 'customer', 联系人: 'contact', 聯絡人: 'contact', 我: 'me', 公司: 'company', 目的: 'purpose', 地点: 'place', 地點: 'place',
};
const BRACES = /\{\s*([\p{L}\p{N}_]+)\s*\}/gu;
const BLANK = '____';

const placeholderOf = (word: string): Placeholder | undefined => PLACEHOLDERS.find((name) => name === word.toLowerCase()) ?? CHINESE[word];

/** The placeholders of a script that mean nothing, as they were typed. */
export const unknownPlaceholders = (script: string): string[] => [...new Set([...script.matchAll(BRACES)].flatMap(([, word = '']) => (placeholderOf(word) ? [] : [word])))];

/** A script with its placeholders filled; what is not known stays a blank to be filled while speaking. Nothing that a value holds is read as a placeholder again. */
export function renderedScript(script: string, values: Readonly<Partial<Record<Placeholder, string | null>>>): string {
  return script.replace(BRACES, (braces, word: string) => {
    const name = placeholderOf(word);
    return name ? values[name]?.trim() || BLANK : braces;
  });
}

/** A checklist as it was written: points keep their identifiers, new ones get one. */
export function pointsOf(given: readonly { id?: string | null | undefined; text: string; isRequired: boolean }[], before: readonly NormPoint[], newId: () => string): NormPoint[] {
  const known = new Set(before.map(({ id }) => id));
  return given.map(({ id, text, isRequired }) => {
    const keeps = id !== undefined && id !== null && known.delete(id);
    return { id: keeps ? id : newId(), text, isRequired };
  });
}

/** How far a checklist was followed. */
export interface Followed {
  readonly required: number;
  readonly tickedRequired: number;
}

/** Required points, and those of them that were ticked. */
export function followedOf(checklist: readonly NormPoint[], ticked: readonly string[]): Followed {
  const required = checklist.filter(({ isRequired }) => isRequired);
  return { required: required.length, tickedRequired: required.filter(({ id }) => ticked.includes(id)).length };
}
