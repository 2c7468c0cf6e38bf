/** What stands before the decimals of numbers in a column. */
export const DECIMAL_MARKS = ['.', ','];
const PATTERNS = {
    '.': /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?$/,
    ',': /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d+)?$/,
};
/** Reads a number with that decimal mark; spaces and apostrophes group digits, a currency sign or 元 is ignored; null when it is none. */
export function readNumber(text, mark) {
    const bare = text.normalize('NFKC').replace(/[\s\u00a0'’_]/g, '').replace(/^([+-]?)[¥$€£]/, '$1').replace(/[元¥$€£]$/, '');
    if (!/\d/.test(bare) || !PATTERNS[mark].test(bare))
        return null;
    const plain = mark === '.' ? bare.replaceAll(',', '') : bare.replaceAll('.', '').replace(',', '.');
    const value = Number(plain);
    return Number.isFinite(value) && Math.abs(value) < 1e15 ? value : null;
}
/** A length of time in seconds: `95`, `1:35` (minutes and seconds) or `1:02:03`; null when it is none. */
export function readDuration(text) {
    if (/^\d{1,7}(?:\.0+)?$/.test(text))
        return Math.round(Number(text));
    const parts = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(text);
    if (!parts)
        return null;
    const [, hours = '0', minutes = '0', seconds = '0'] = parts;
    return Number(seconds) > 59 ? null : Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}
