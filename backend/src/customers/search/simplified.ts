import characters from 'opencc-js/dict/TSCharacters';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(characters.split('|').map((line): [string, string] => { const [traditional = '', simple = ''] = line.split(' '); return [traditional, simple]; }));
const CHINESE = /\p{Script=Han}/u;
/** Characters that simplified names have too, there with a reading of their own: 乾坤 is qián kūn. */
const READ_AS_THEY_ARE = new Set(['乾']);

/** The text with each traditional character as the simplified one, so that 張偉 and 张伟 are one name to the search; meant for comparing, not for reading. */
export const simplified = (text: string): string => replaced(text, () => true);

/** The same for those who read it aloud: the dictionary of pinyin knows the words of simplified Chinese (重庆, not 重慶). */
export const spokenForm = (text: string): string => replaced(text, (character) => !READ_AS_THEY_ARE.has(character));

function replaced(text: string, isReplaced: (character: string) => boolean): string {
  if (!CHINESE.test(text)) return text;
  return Array.from(text.normalize('NFKC'), (character) => (isReplaced(character) ? (SIMPLIFIED.get(character) ?? character) : character)).join('');
}
