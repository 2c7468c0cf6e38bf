import { pinyin } from 'pinyin-pro';
import { searchTextOf, tokensOf } from '../../kernel/index.ts';

/** A Chinese name as somebody says it: its pinyin by syllables and its initials. */
export interface Spoken {
  readonly pinyin: string;
  readonly initials: string;
}

interface Part {
  readonly origin: string;
  readonly said: string;
  readonly isSyllable: boolean;
}

/** Readings kept of one name: two characters in doubt with two readings each make as many. */
const MOST_READINGS = 4;

/**
 * Characters that names have with either reading and that no dictionary decides from the name alone, the reading of a dictionary first. Readings that live in no
 * name are left out: each of these makes the search row of a customer longer, and finds more than was meant.
 */
const READ_IN_TWO_WAYS = readingsIn('重 zhong chong|行 xing hang|乐 le yue|朝 chao zhao|都 dou du|传 chuan zhuan|参 can shen|藏 cang zang|厦 sha xia|泊 bo po|柏 bai bo|堡 bao pu|埔 pu bu|莘 shen xin|莞 wan guan|茜 qian xi|蔚 wei yu|晟 sheng cheng|乾 qian gan');
/** Surnames that families read differently; the others with a reading of their own (单, 曾, 仇, 解 …) are known to the dictionary of surnames. */
const SURNAMES_READ_IN_TWO_WAYS = readingsIn('覃 qin tan|翟 zhai di|谌 chen shen|隗 wei kui|郇 huan xun|缪 miao mou|尉 wei yu');

/**
 * How a Chinese name is read, the likeliest first and never more than four: as the dictionary has it and a person's surname as a surname, then with what else its
 * characters may be, the surname at the beginning of an organisation's name (单氏, 曾记) included.
 */
export function spokenOf(name: string, isPerson: boolean): readonly [Spoken, ...Spoken[]] {
  const likely = partsOf(name, isPerson);
  // Six-figure imports: most names hold nothing that is in doubt, and are read once.
  if (!isInDoubt(name)) return [spokenBy(likely)];
  const other = partsOf(name, !isPerson);
  const [asName, asWords] = isPerson ? [likely, other] : [other, likely];
  const others = likely.map((part, i) => othersOf(part, [asWords[i], ...(i === 0 ? [asName[i]] : [])], i === 0));
  return [spokenBy(likely), ...variantsOf(likely, others).map(spokenBy)];
}

/** The likeliest reading alone, by syllables. */
export const likelyPinyinOf = (name: string, isPerson: boolean): string => spokenBy(partsOf(name, isPerson)).pinyin;

/** The words of a text, apart by one space, in folded letters. */
export const wordsOf = (text: string): string => tokensOf(searchTextOf(text)).map((token) => token.text).join(' ');

// Runs of other letters between the Chinese count as one part, which initials keep whole: ABC科技 is abckj.
function partsOf(name: string, isSurnameFirst: boolean): Part[] {
  const options = { toneType: 'none', type: 'all', nonZh: 'consecutive', v: true } as const;
  const parts = isSurnameFirst ? pinyin(name, { ...options, surname: 'head' }) : pinyin(name, options);
  return parts.map(({ origin, result, isZh }) => ({ origin, said: wordsOf(result), isSyllable: isZh }));
}

const surnames = new Map<string, boolean>();

function isInDoubt(name: string): boolean {
  const characters = Array.from(name);
  return characters.some((character) => READ_IN_TWO_WAYS.has(character)) || isSurnameInDoubt(characters[0] ?? '');
}

/** Whether a name that begins with this character is read otherwise where it is a surname; kept, for there are only so many characters. */
function isSurnameInDoubt(first: string): boolean {
  const known = surnames.get(first);
  if (known !== undefined) return known;
  const isSo = SURNAMES_READ_IN_TWO_WAYS.has(first) || partsOf(first, true)[0]?.said !== partsOf(first, false)[0]?.said;
  surnames.set(first, isSo);
  return isSo;
}

/** What else a character may be; a word of the dictionary (重庆, 银行) leaves no doubt about its characters. */
function othersOf({ origin, said, isSyllable }: Part, found: readonly (Part | undefined)[], isFirst: boolean): string[] {
  if (!isSyllable) return [];
  const known = READ_IN_TWO_WAYS.get(origin);
  const isDecided = known !== undefined && found[0]?.said !== known[0];
  const may = [...found.map((part) => part?.said ?? ''), ...(known && !isDecided ? known : []), ...((isFirst && SURNAMES_READ_IN_TWO_WAYS.get(origin)) || [])];
  return [...new Set(may)].filter((other) => other !== '' && other !== said);
}

/** The readings besides the likely one, those that differ in one syllable first. */
function variantsOf(likely: readonly Part[], others: readonly (readonly string[])[]): Part[][] {
  const single = others.flatMap((list, i) => list.map((said) => ({ i, said })));
  const twice = single.flatMap((a, n) => single.slice(n + 1).filter((b) => b.i !== a.i).map((b) => [a, b]));
  return [...single.map((one) => [one]), ...twice].slice(0, MOST_READINGS - 1).map((changes) => likely.map((part, i) => ({ ...part, said: changes.find((change) => change.i === i)?.said ?? part.said })));
}

function spokenBy(parts: readonly Part[]): Spoken {
  const heard = parts.filter(({ said }) => said !== '');
  return { pinyin: heard.map(({ said }) => said).join(' '), initials: heard.map(({ said, isSyllable }) => (isSyllable ? said.slice(0, 1) : said)).join('') };
}

function readingsIn(lines: string): ReadonlyMap<string, readonly string[]> {
  return new Map(lines.split('|').map((line) => { const [character = '', ...said] = line.split(' '); return [character, said]; }));
}
