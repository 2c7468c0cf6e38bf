import { pinyin } from 'pinyin-pro';
import { gramsOf, readingsOf, searchTextOf, tokensOf } from "../../kernel/index.js";
const HAN = /\p{Script=Han}/u;
// A name written in pinyin already (Lü Bu) is typed with a v too.
const UMLAUT = /([nl])(?:ü|u\u0308)/gi;
const MAX_SORT_NAME = 400;
/** The name with its pinyin by syllables and its initials; a name without Chinese has neither of them. */
export function searchNameOf({ name, isPerson }) {
    if (!HAN.test(name))
        return name.search(UMLAUT) >= 0 ? { text: name, pinyin: wordsOf(name.normalize('NFC').replace(UMLAUT, '$1v')) } : { text: name };
    const parts = syllablesOf(name, isPerson);
    return { text: name, pinyin: parts.map(({ said }) => said).join(' '), initials: parts.map(({ said, isSyllable }) => (isSyllable ? said.slice(0, 1) : said)).join('') };
}
/** What the list sorts by: lower case without accents, Chinese as pinyin. */
export function sortNameOf(name, isPerson = false) {
    const { text, pinyin: spoken } = searchNameOf({ name, isPerson });
    return Array.from(searchTextOf(HAN.test(name) ? (spoken ?? text) : text)).slice(0, MAX_SORT_NAME).join('');
}
/** The search row of a customer from all its names, its own first. */
export function gramsFor(names) {
    const given = names.map(searchNameOf);
    return { haystack: given.map(lineOf).join('\n'), grams: gramsOf(given) };
}
/** The names out of a haystack, in the order in which they were given. */
export function namesIn(haystack) {
    return haystack.split('\n').map((line) => {
        const [text = '', spoken = '', initials = ''] = line.split('|').map((reading) => reading.trim());
        return spoken ? { text, pinyin: spoken, initials } : { text };
    });
}
// Runs of other letters between the Chinese count as one part, which initials keep whole: ABC科技 is abckj.
function syllablesOf(name, isPerson) {
    const options = { toneType: 'none', type: 'all', nonZh: 'consecutive', v: true };
    const parts = isPerson ? pinyin(name, { ...options, surname: 'head' }) : pinyin(name, options);
    return parts.map(({ result, isZh }) => ({ said: wordsOf(result), isSyllable: isZh })).filter(({ said }) => said !== '');
}
// Words apart by one space, and one before each reading, so that "begins a word" is a LIKE of '% x%'.
function lineOf(name) {
    const kept = [name.text, name.pinyin ?? '', name.initials ?? ''].map(wordsOf);
    const { texts, joined } = readingsOf(name);
    const others = [...texts, ...joined].map(wordsOf).filter((reading) => reading && !kept.includes(reading));
    return [...kept, ...new Set(others)].map((reading) => ` ${reading}`).join('|');
}
const wordsOf = (text) => tokensOf(searchTextOf(text)).map((token) => token.text).join(' ');
