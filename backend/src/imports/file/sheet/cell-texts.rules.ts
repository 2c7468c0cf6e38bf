import type { NumberMeaning } from './number-formats.rules.ts';

const DAY_SECONDS = 86_400;
const DAY_MS = 86_400_000;
// 31 December 9999.
const LAST_DAY = 2_958_465;
// Spreadsheets keep fifteen digits; what stands behind them is the noise of binary fractions.
const KEPT_DIGITS = 15;

/** A number as the pipeline reads it: without exponent and without the noise of binary fractions; whole numbers as they stand, so that phone numbers keep every digit. */
export function plainNumber(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const value = Number(Number(raw).toPrecision(KEPT_DIGITS));
  if (!Number.isFinite(value) || raw.trim() === '') return raw;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return Math.abs(value) < 1e-6 ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);
}

/** A number as its format means it: an ISO day, a day with a time, a time of day, a length of time, leading zeros; `is1904` is the other beginning that a file can count its days from. */
export function textOfNumber(raw: string, meaning: NumberMeaning, is1904: boolean): string {
  if (meaning === 'number') return plainNumber(raw);
  const value = Number(raw);
  if (typeof meaning === 'object') return plainNumber(raw).replace(/^(-?)(\d+)$/, (_all, sign: string, digits: string) => sign + digits.padStart(meaning.digits, '0'));
  if (!Number.isFinite(value) || value < 0 || value > LAST_DAY) return plainNumber(raw);
  const seconds = Math.round(value * DAY_SECONDS);
  if (meaning === 'duration') return clock(seconds, 1);
  const [day, time] = [Math.floor(seconds / DAY_SECONDS), seconds % DAY_SECONDS];
  // Nought as a day is what a formula without a result shows.
  if (day === 0 && !is1904) return time === 0 && meaning === 'day' ? '' : clock(time, 2);
  const isDayOnly = meaning === 'day' && time === 0;
  if (meaning === 'time' && day === 0) return clock(time, 2);
  return isDayOnly ? isoDay(day, is1904) : `${isoDay(day, is1904)} ${clock(time, 2)}`;
}

/** An ISO date of the file as a day, with its time where it has one. */
export function textOfIsoDate(raw: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/.exec(raw) ?? [];
  if (!day) return raw;
  return time === undefined || /^00:00(?::00)?$/.test(time) ? day : `${day} ${time}`;
}

/** Characters that a file could not write otherwise stand in it as `_x000D_`. */
export const unescaped = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text);

/** The number of a column from the address of a cell, `A1` being in the first, 0; null where there is none. */
export function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Days count from 1 January 1900 or 1904; the first of the two calendars has a 29 February 1900 that never was. */
function isoDay(day: number, is1904: boolean): string {
  const origin = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(origin + day * DAY_MS).toISOString().slice(0, 10);
}

function clock(seconds: number, hourDigits: number): string {
  const [minute, second] = [Math.floor(seconds / 60) % 60, seconds % 60];
  return `${String(Math.floor(seconds / 3_600)).padStart(hourDigits, '0')}:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}`;
}
