/** How the number in a cell is meant: as such, with leading zeros, as a day, a moment, a time of day or a length of time. */
export type NumberMeaning = 'number' | 'day' | 'moment' | 'time' | 'duration' | { readonly digits: number };

// The formats that every spreadsheet knows by number (ECMA-376 part 1, 18.8.30), the East Asian ones included.
const BUILT_IN: readonly (readonly [from: number, to: number, meaning: NumberMeaning])[] = [
  [14, 17, 'day'], [18, 21, 'time'], [22, 22, 'moment'], [27, 31, 'day'], [32, 35, 'time'], [36, 36, 'day'], [45, 45, 'time'], [46, 46, 'duration'], [47, 47, 'time'], [50, 54, 'day'], [55, 56, 'time'], [57, 58, 'day'],
];

/** What a number format that the file itself does not describe means. */
export const builtInMeaning = (id: number): NumberMeaning => BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number';

/** What a format code of the file, such as `yyyy/m/d h:mm` or `00000`, means. */
export function meaningOfFormat(code: string): NumberMeaning {
  const [shown = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(shown)) return 'duration';
  const bare = shown.replace(/\[[^\]]*\]/g, '').replace(/AM\/PM|A\/P/gi, '');
  if (/^0+$/.test(bare)) return bare.length > 1 ? { digits: bare.length } : 'number';
  if (/general/i.test(bare)) return 'number';
  const hasTime = /[hs]/i.test(bare);
  const hasDay = /[yd]/i.test(bare) || (/m/i.test(bare) && !hasTime);
  if (hasDay) return hasTime ? 'moment' : 'day';
  return hasTime ? 'time' : 'number';
}
