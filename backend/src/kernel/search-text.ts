/**
 * A name under which a customer or person is found; the pinyin of a Chinese one joined (`wangxiaoming`) or, better, by syllables (`wang xiao ming`),
 * its initials joined (`wxm`).
 */
export interface SearchName {
  readonly text: string;
  readonly pinyin?: string;
  readonly initials?: string;
}

/**
 * What a query looks for: a record is a hit when its grams contain all of `required`, and, where `loose` is not empty, a weaker hit when they contain all of `loose`.
 * Both are empty for a query too short to look up, which must then find nothing.
 */
export interface QueryGrams {
  readonly required: string[];
  readonly loose: string[];
}

/** A run of Chinese, Japanese or Korean characters, or a word of any other letters and digits, in folded text. */
export interface SearchToken {
  readonly isCjk: boolean;
  readonly text: string;
}

/** Longest query, in UTF-16 units, that is looked at; the rest is ignored. */
export const MAX_QUERY_LENGTH = 100;

const CJK = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]`;
const TOKEN = new RegExp(String.raw`(${CJK}+)|(?:(?!${CJK})[\p{L}\p{N}\p{M}])+`, 'gu');
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const APOSTROPHES = /['’‘ʼ]/g;
const ASCII = /^\p{ASCII}*$/u;
const PINYIN_UMLAUT = /([nl])u\u0308/g;
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;
const UNDECOMPOSED_LETTERS = /[ßøłđðþæœıħŧ]/g;
const UNDECOMPOSED: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't' };

/** Text made comparable: NFKC, lower case, Latin letters without diacritics (ü as u), no apostrophes, single spaces; Chinese characters stay as they are. */
export function searchTextOf(text: string): string {
  return foldLetters(lettersOf(text));
}

/** Every way in which a text may be typed: pinyin keyboards write the ü of nü and lü as v. */
export function spellingsOf(text: string): string[] {
  const letters = lettersOf(text);
  const typed = letters.replace(PINYIN_UMLAUT, '$1v');
  return typed === letters ? [foldLetters(letters)] : [foldLetters(letters), foldLetters(typed)];
}

/** Every folded text under which a name is found; `joined` ones are the pinyin and initials without spaces. */
export interface Readings {
  readonly texts: string[];
  readonly joined: string[];
}

/** The readings of a name. */
export function readingsOf(name: SearchName): Readings {
  // In pinyin a v can only be a ü that came from a keyboard.
  const pinyin = spellingsOf((name.pinyin ?? '').replace(/([nl])v/gi, '$1ü'));
  const joined = [...pinyin, searchTextOf(name.initials ?? '')].map((text) => text.replaceAll(' ', ''));
  return { texts: [...spellingsOf(name.text), ...pinyin].filter(Boolean), joined: joined.filter(Boolean) };
}

/** The same for a name that was folded before, as search rows keep it: a query is held against hundreds of them, and folding them anew takes longer than the rest. */
export function readingsOfFolded({ text, pinyin = '', initials = '' }: SearchName): Readings {
  const spoken = [...new Set([pinyin.replace(/([nl])v/g, '$1u'), pinyin])];
  const joined = [...spoken, initials].map((reading) => reading.replaceAll(' ', ''));
  return { texts: [text, ...spoken].filter(Boolean), joined: joined.filter(Boolean) };
}

/**
 * The grams to index for all names of a record: single characters and adjacent pairs of Chinese; of other words the trigrams, the first two letters
 * as `^wa` and the whole as `=wang`.
 */
export function gramsOf(names: readonly SearchName[]): string[] {
  const grams = new Set<string>();
  for (const name of names) {
    const { texts, joined } = readingsOf(name);
    for (const token of [...texts, ...joined].flatMap(tokensOf)) {
      for (const gram of token.isCjk ? [...slices(token.text, 1), ...slices(token.text, 2)] : wordGrams(token.text)) grams.add(gram);
    }
  }
  return [...grams];
}

/**
 * The grams that a query requires: pairs of Chinese characters, trigrams of words, `^ab` of two letters, none of one letter; `loose` takes the pairs
 * apart, so that any characters of a name find it.
 */
export function gramsOfQuery(query: string): QueryGrams {
  const tokens = queryTokens(query);
  const required = tokens.flatMap(({ isCjk, text }) => (isCjk ? pairsOrCharacter(text) : soughtInWord(text)));
  const hasPairs = tokens.some(({ isCjk, text }) => isCjk && Array.from(text).length > 1);
  const loose = hasPairs ? tokens.flatMap(({ isCjk, text }) => (isCjk ? slices(text, 1) : soughtInWord(text))) : [];
  return { required: [...new Set(required)], loose: [...new Set(loose)] };
}

/** The runs and words of a query as far as it is looked at. */
export function queryTokens(query: string): SearchToken[] {
  return tokensOf(searchTextOf(query.slice(0, MAX_QUERY_LENGTH)));
}

/** The runs and words of a folded text, in order. */
export function tokensOf(folded: string): SearchToken[] {
  // Six-figure imports fold and cut every name: plain ASCII, pinyin above all, does without the tables of Unicode.
  if (ASCII.test(folded)) return (folded.match(/[a-z\d]+/g) ?? []).map((text) => ({ isCjk: false, text }));
  return Array.from(folded.matchAll(TOKEN), (match) => ({ isCjk: match[1] !== undefined, text: match[0] }));
}

/** Lower-case letters with their marks apart. */
function lettersOf(text: string): string {
  if (ASCII.test(text)) return text.replaceAll("'", '').toLowerCase();
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(APOSTROPHES, '').toLowerCase().normalize('NFD');
}

function foldLetters(letters: string): string {
  const plain = ASCII.test(letters)
    ? letters
    : letters.replace(LATIN_MARKS, '$1').replace(UNDECOMPOSED_LETTERS, (letter) => UNDECOMPOSED[letter] as string).normalize('NFKC');
  return plain.replace(/\s+/g, ' ').trim();
}

function wordGrams(word: string): string[] {
  const start = Array.from(word).slice(0, 2);
  return [`=${word}`, ...(start.length === 2 ? [`^${start.join('')}`] : []), ...slices(word, 3)];
}

function soughtInWord(word: string): string[] {
  return Array.from(word).length === 2 ? [`^${word}`] : slices(word, 3);
}

function pairsOrCharacter(run: string): string[] {
  const pairs = slices(run, 2);
  return pairs.length > 0 ? pairs : [run];
}

function slices(text: string, length: number): string[] {
  const characters = Array.from(text);
  return characters.slice(length - 1).map((_, i) => characters.slice(i, i + length).join(''));
}
