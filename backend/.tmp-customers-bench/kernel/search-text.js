/** Longest query, in UTF-16 units, that is looked at; the rest is ignored. */
export const MAX_QUERY_LENGTH = 100;
const CJK = String.raw `[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]`;
const TOKEN = new RegExp(String.raw `(${CJK}+)|(?:(?!${CJK})[\p{L}\p{N}\p{M}])+`, 'gu');
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const APOSTROPHES = /['’‘ʼ]/g;
const ASCII = /^\p{ASCII}*$/u;
const PINYIN_UMLAUT = /([nl])u\u0308/g;
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;
const UNDECOMPOSED_LETTERS = /[ßøłđðþæœıħŧ]/g;
const UNDECOMPOSED = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't' };
/** Text made comparable: NFKC, lower case, Latin letters without diacritics (ü as u), no apostrophes, single spaces; Chinese characters stay as they are. */
export function searchTextOf(text) {
    return foldLetters(lettersOf(text));
}
/** Every way in which a text may be typed: pinyin keyboards write the ü of nü and lü as v. */
export function spellingsOf(text) {
    const letters = lettersOf(text);
    const typed = letters.replace(PINYIN_UMLAUT, '$1v');
    return typed === letters ? [foldLetters(letters)] : [foldLetters(letters), foldLetters(typed)];
}
/** Every folded text under which a name is found; `joined` ones are the pinyin and initials without spaces. */
export function readingsOf(name) {
    // In pinyin a v can only be a ü that came from a keyboard.
    const pinyin = spellingsOf((name.pinyin ?? '').replace(/([nl])v/gi, '$1ü'));
    const joined = [...pinyin, searchTextOf(name.initials ?? '')].map((text) => text.replaceAll(' ', ''));
    return { texts: [...spellingsOf(name.text), ...pinyin].filter(Boolean), joined: joined.filter(Boolean) };
}
/**
 * The grams to index for all names of a record: single characters and adjacent pairs of Chinese; of other words the trigrams, the first two letters
 * as `^wa` and the whole as `=wang`.
 */
export function gramsOf(names) {
    const grams = new Set();
    for (const name of names) {
        const { texts, joined } = readingsOf(name);
        for (const token of [...texts, ...joined].flatMap(tokensOf)) {
            for (const gram of token.isCjk ? [...slices(token.text, 1), ...slices(token.text, 2)] : wordGrams(token.text))
                grams.add(gram);
        }
    }
    return [...grams];
}
/**
 * The grams that a query requires: pairs of Chinese characters, trigrams of words, `^ab` of two letters, none of one letter; `loose` takes the pairs
 * apart, so that any characters of a name find it.
 */
export function gramsOfQuery(query) {
    const tokens = queryTokens(query);
    const required = tokens.flatMap(({ isCjk, text }) => (isCjk ? pairsOrCharacter(text) : soughtInWord(text)));
    const hasPairs = tokens.some(({ isCjk, text }) => isCjk && Array.from(text).length > 1);
    const loose = hasPairs ? tokens.flatMap(({ isCjk, text }) => (isCjk ? slices(text, 1) : soughtInWord(text))) : [];
    return { required: [...new Set(required)], loose: [...new Set(loose)] };
}
/** The runs and words of a query as far as it is looked at. */
export function queryTokens(query) {
    return tokensOf(searchTextOf(query.slice(0, MAX_QUERY_LENGTH)));
}
/** The runs and words of a folded text, in order. */
export function tokensOf(folded) {
    // Six-figure imports fold and cut every name: plain ASCII, pinyin above all, does without the tables of Unicode.
    if (ASCII.test(folded))
        return (folded.match(/[a-z\d]+/g) ?? []).map((text) => ({ isCjk: false, text }));
    return Array.from(folded.matchAll(TOKEN), (match) => ({ isCjk: match[1] !== undefined, text: match[0] }));
}
/** Lower-case letters with their marks apart. */
function lettersOf(text) {
    if (ASCII.test(text))
        return text.replaceAll("'", '').toLowerCase();
    return text.replace(INVISIBLE, '').normalize('NFKC').replace(APOSTROPHES, '').toLowerCase().normalize('NFD');
}
function foldLetters(letters) {
    const plain = ASCII.test(letters)
        ? letters
        : letters.replace(LATIN_MARKS, '$1').replace(UNDECOMPOSED_LETTERS, (letter) => UNDECOMPOSED[letter]).normalize('NFKC');
    return plain.replace(/\s+/g, ' ').trim();
}
function wordGrams(word) {
    const start = Array.from(word).slice(0, 2);
    return [`=${word}`, ...(start.length === 2 ? [`^${start.join('')}`] : []), ...slices(word, 3)];
}
function soughtInWord(word) {
    return Array.from(word).length === 2 ? [`^${word}`] : slices(word, 3);
}
function pairsOrCharacter(run) {
    const pairs = slices(run, 2);
    return pairs.length > 0 ? pairs : [run];
}
function slices(text, length) {
    const characters = Array.from(text);
    return characters.slice(length - 1).map((_, i) => characters.slice(i, i + length).join(''));
}
