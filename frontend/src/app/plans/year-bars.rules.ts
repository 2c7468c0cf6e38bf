import { LocalDate, dateOf, daysBetween } from '../core/format';

/** Where a bar begins and how long it is, in per cent of a year; whether the plan goes on beyond an edge. */
export interface Bar { left: number; width: number; isCutLeft: boolean; isCutRight: boolean }

const NARROWEST = 0.8;

/** The bar of a half-open period in a year; null when it does not touch it. */
export function barOf(year: number, fromOn: LocalDate, untilOn: LocalDate): Bar | null {
  const [first, next] = [dateOf(year, 1, 1), dateOf(year + 1, 1, 1)];
  if (fromOn >= next || untilOn <= first) return null;
  const length = daysBetween(first, next);
  const at = (day: LocalDate): number => (Math.min(Math.max(daysBetween(first, day), 0), length) / length) * 100;
  const width = Math.max(at(untilOn) - at(fromOn), NARROWEST);
  return { left: Math.min(at(fromOn), 100 - width), width, isCutLeft: fromOn < first, isCutRight: untilOn > next };
}
