import { type SearchName, gramsOf, readingsOf, searchTextOf } from '../../kernel/index.ts';
import { likelyPinyinOf, spokenOf, wordsOf } from './name-readings.ts';
import { simplified, spokenForm } from './simplified.ts';

/** A name and whether it is a person's, whose surname has readings of its own (曾 is zēng, 单 is shàn). */
export interface Named {
  readonly name: string;
  readonly isPerson: boolean;
}

/** What `customer_grams` keeps of a customer: the names a hit is checked against, and their grams. */
export interface GramRow {
  readonly haystack: string;
  readonly grams: string[];
}

const HAN = /\p{Script=Han}/u;
// A name written in pinyin already (Lü Bu) is typed with a v too.
const UMLAUT = /([nl])(?:ü|u\u0308)/gi;
const MAX_SORT_NAME = 400;

/** The name with its pinyin by syllables and its initials, and without the text once more for each other way to read it; a name without Chinese has neither of them. */
export function searchNamesOf({ name, isPerson }: Named): readonly [SearchName, ...SearchName[]] {
  if (!HAN.test(name)) return [name.search(UMLAUT) >= 0 ? { text: name, pinyin: wordsOf(name.normalize('NFC').replace(UMLAUT, '$1v')) } : { text: name }];
  const [likely, ...others] = spokenOf(spokenForm(name), isPerson);
  return [{ text: simplified(name), ...likely }, ...others.map((other) => ({ text: '', ...other }))];
}

/** What the list sorts by: lower case without accents, Chinese as the likeliest pinyin. */
export function sortNameOf(name: string, isPerson = false): string {
  return Array.from(searchTextOf(HAN.test(name) ? likelyPinyinOf(spokenForm(name), isPerson) : name)).slice(0, MAX_SORT_NAME).join('');
}

/** A name as it is compared with others: folded letters, simplified characters. */
export const nameKeyOf = (name: string): string => searchTextOf(simplified(name));

/** The search row of a customer from all its names, its own first. */
export function gramsFor(names: readonly Named[]): GramRow {
  const given = names.flatMap(searchNamesOf);
  return { haystack: given.map(lineOf).join('\n'), grams: gramsOf(given) };
}

/** The names out of a haystack, in the order in which they were given, each with all its readings. */
export function namesIn(haystack: string): SearchName[][] {
  const names: SearchName[][] = [];
  for (const line of haystack.split('\n')) {
    const [text = '', spoken = '', initials = ''] = line.split('|').map((reading) => reading.trim());
    // Only another reading of the name before it has pinyin and no text.
    if (spoken && !text) names.at(-1)?.push({ text, pinyin: spoken, initials });
    else names.push([spoken ? { text, pinyin: spoken, initials } : { text }]);
  }
  return names;
}

// Words apart by one space, and one before each reading, so that "begins a word" is a LIKE of '% x%'.
function lineOf(name: SearchName): string {
  const kept = [name.text, name.pinyin ?? '', name.initials ?? ''].map(wordsOf);
  const { texts, joined } = readingsOf(name);
  const others = [...texts, ...joined].map(wordsOf).filter((reading) => reading && !kept.includes(reading));
  return [...kept, ...new Set(others)].map((reading) => ` ${reading}`).join('|');
}
