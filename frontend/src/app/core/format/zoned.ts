import { LocalDate, utc } from './local-date';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  formats.set(timeZone, known);
  return known;
}

/** The day and the time of day ('HH:MM') that a clock shows at an instant in a time zone. */
export function inZone(instant: string | number, timeZone: string): { date: LocalDate; time: string } {
  const parts = new Map(formatIn(timeZone).formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return { date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** The instant (ISO, UTC) at which a clock in a time zone shows that day and time; a repeated hour is its first one, a skipped one moves forward. */
export function instantOf(date: LocalDate, time: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = utc(date) + (hours * 60 + minutes) * 60_000;
  // A day before and a day after lie on both sides of any change of the clocks.
  const before = wall - offsetAt(wall - 86_400_000, timeZone);
  const after = wall - offsetAt(wall + 86_400_000, timeZone);
  const isShown = (at: number): boolean => at + offsetAt(at, timeZone) === wall;
  return new Date(isShown(before) ? before : isShown(after) ? after : before).toISOString();
}

function offsetAt(at: number, timeZone: string): number {
  const { date, time } = inZone(at, timeZone);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return utc(date) + (hours * 60 + minutes) * 60_000 - Math.floor(at / 60_000) * 60_000;
}
