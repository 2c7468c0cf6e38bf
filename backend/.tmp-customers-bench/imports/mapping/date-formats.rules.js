import { instantOf, isLocalDate, localDateOf } from "../../kernel/index.js";
/** How days are written in a column; each may be followed by a time of day. */
export const DATE_FORMATS = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日', 'D.M.YYYY', 'D/M/YYYY', 'D-M-YYYY', 'M/D/YYYY', 'epoch_seconds', 'epoch_milliseconds'];
const YEAR = String.raw `(?<y>\d{4})`;
const MONTH = String.raw `(?<m>\d{1,2})`;
const DAY = String.raw `(?<d>\d{1,2})`;
const TIME = String.raw `(?:[T\s,]\s*(?<before>上午|下午)?\s*(?<hour>\d{1,2})[:：](?<minute>\d{2})(?:[:：](?<second>\d{2})(?:[.,]\d{1,9})?)?\s*(?<after>[AaPp]\.?[Mm]\.?)?\s*(?<offset>Z|[+-]\d{2}:?\d{2})?)?`;
const days = {
    'YYYY-MM-DD': `${YEAR}-${MONTH}-${DAY}`,
    'YYYY/M/D': `${YEAR}/${MONTH}/${DAY}`,
    'YYYY.M.D': String.raw `${YEAR}\.${MONTH}\.${DAY}`,
    YYYYMMDD: String.raw `(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})`,
    YYYY年M月D日: String.raw `${YEAR}\s*年\s*${MONTH}\s*月\s*${DAY}\s*日?`,
    'D.M.YYYY': String.raw `${DAY}\.\s?${MONTH}\.\s?${YEAR}`,
    'D/M/YYYY': `${DAY}/${MONTH}/${YEAR}`,
    'D-M-YYYY': `${DAY}-${MONTH}-${YEAR}`,
    'M/D/YYYY': `${MONTH}/${DAY}/${YEAR}`,
};
const patterns = new Map(Object.entries(days).map(([format, text]) => [format, new RegExp(`^${text}${TIME}$`)]));
const EPOCHS = {
    // Nine or ten digits are the years 1973 to 2286; fewer would make every number a date.
    epoch_seconds: { pattern: /^\d{9,10}$/, factor: 1_000 },
    epoch_milliseconds: { pattern: /^\d{12,13}$/, factor: 1 },
};
/** Reads a cell in that format; null when it does not fit or names no day that exists between 1900 and 2199. */
export function readMoment(text, format) {
    const epoch = EPOCHS[format];
    if (epoch)
        return epoch.pattern.test(text) ? { day: null, seconds: null, instant: new Date(Number(text) * epoch.factor) } : null;
    const parts = patterns.get(format)?.exec(text)?.groups;
    if (!parts)
        return null;
    const day = `${parts['y'] ?? ''}-${(parts['m'] ?? '').padStart(2, '0')}-${(parts['d'] ?? '').padStart(2, '0')}`;
    if (!isLocalDate(day) || day < '1900-01-01' || day >= '2200-01-01')
        return null;
    if (parts['hour'] === undefined)
        return { day, seconds: null, instant: null };
    const seconds = secondsOf(parts);
    if (seconds === null)
        return null;
    return { day, seconds, instant: parts['offset'] ? instantWithOffset(day, seconds, parts['offset']) : null };
}
/** The formats in which every text can be read, in the order of preference; two of them (day first, month first) can both fit. */
export const formatsThatFit = (texts, among = DATE_FORMATS) => among.filter((format) => texts.every((text) => readMoment(text, format) !== null));
/** A time of day alone, such as `9:05`, `14:30:10` or `下午2:30`, in seconds since midnight; null when it is none. */
export function readTimeOfDay(text) {
    const parts = new RegExp(`^${TIME}$`).exec(` ${text}`)?.groups;
    return parts?.['hour'] === undefined || parts['offset'] ? null : secondsOf(parts);
}
/** The instant of a moment in a zone; `fallbackSeconds` is the time of day where only a day is given. */
export function instantOfMoment({ day, seconds, instant }, fallbackSeconds, timeZone) {
    if (instant)
        return instant;
    const at = seconds ?? fallbackSeconds;
    const minutes = Math.floor(at / 60);
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return new Date(instantOf(day ?? '', time, timeZone).getTime() + (at % 60) * 1_000);
}
/** The local day of a moment in a zone. */
export const dayOfMoment = ({ day, instant }, timeZone) => (instant ? localDateOf(instant, timeZone) : (day ?? ''));
function secondsOf(parts) {
    const isHalf = Boolean(parts['before'] ?? parts['after']);
    const isAfternoon = parts['before'] === '下午' || /^p/i.test(parts['after'] ?? '');
    let hour = Number(parts['hour']);
    if (isHalf && hour > 12 && !parts['before'])
        return null;
    if (isHalf && hour <= 12)
        hour = (hour % 12) + (isAfternoon ? 12 : 0);
    const minute = Number(parts['minute']);
    const second = Number(parts['second'] ?? 0);
    return hour > 23 || minute > 59 || second > 59 ? null : hour * 3_600 + minute * 60 + second;
}
function instantWithOffset(day, seconds, offset) {
    const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? ['', '+', '0', '0'];
    const offsetSeconds = (Number(hours) * 3_600 + Number(minutes) * 60) * (sign === '-' ? -1 : 1);
    return new Date(Date.parse(day) + (seconds - offsetSeconds) * 1_000);
}
