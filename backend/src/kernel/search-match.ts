import { type Readings, type SearchName, type SearchToken, queryTokens, readingsOf, searchTextOf, spellingsOf, tokensOf } from './search-text.ts';

/** How well a name fits a query, best first: 0 the same, 1 begins with it, 2 its words begin with it, 3 contains it, 4 holds its characters in other places. */
export type Rank = 0 | 1 | 2 | 3 | 4;

/**
 * Whether a text holds every run and word of a query, words of one or two letters at the beginning of a word only; `isLoose` lets Chinese characters
 * stand apart. False for a query without any word.
 */
export function matchesText(haystack: string, query: string, isLoose = false): boolean {
  return holdsAll(spellingsOf(haystack), queryTokens(query), isLoose);
}

/** A query made ready to be held against many names. */
export interface Sought {
  readonly tokens: readonly SearchToken[];
  readonly text: string;
  readonly joined: string;
}

/** Makes a query ready for `rankOf`. */
export function soughtOf(query: string): Sought {
  const text = searchTextOf(query);
  return { tokens: queryTokens(query), text, joined: text.replaceAll(' ', '') };
}

/** How well the best of the names fits the query; null when they do not, which is the check after a look-up by grams. */
export const rank = (query: string, names: readonly SearchName[]): Rank | null => rankOf(soughtOf(query), names.map(readingsOf));

/** The same for names whose readings are known already. */
export function rankOf({ tokens, text: sought, joined: soughtJoined }: Sought, readings: readonly Readings[]): Rank | null {
  if (tokens.length === 0) return null;
  const texts = readings.flatMap((reading) => reading.texts);
  const joined = readings.flatMap((reading) => reading.joined);
  if (texts.includes(sought) || joined.includes(soughtJoined)) return 0;
  if (texts.some((text) => text.startsWith(sought)) || joined.some((text) => text.startsWith(soughtJoined))) return 1;
  const all = [...texts, ...joined];
  const words = all.flatMap(tokensOf);
  if (tokens.every((token) => words.some((word) => word.text.startsWith(token.text)))) return 2;
  if (holdsAll(all, tokens, false)) return 3;
  return holdsAll(all, tokens, true) ? 4 : null;
}

function holdsAll(texts: readonly string[], tokens: readonly SearchToken[], isLoose: boolean): boolean {
  return tokens.length > 0 && tokens.every((token) => holds(texts, token, isLoose));
}

function holds(texts: readonly string[], { isCjk, text }: SearchToken, isLoose: boolean): boolean {
  if (!isCjk && Array.from(text).length < 3) return texts.flatMap(tokensOf).some((word) => word.text.startsWith(text));
  if (texts.some((candidate) => candidate.includes(text))) return true;
  return isLoose && isCjk && texts.some((candidate) => Array.from(text).every((character) => candidate.includes(character)));
}
