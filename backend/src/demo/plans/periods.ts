import { type LocalDate, addDays, daysBetween } from '../../kernel/index.ts';

/** A plan's name and the days that it covers, the last one not included. */
export interface PlanPeriod {
  readonly name: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

/** Days between the beginning of the story and that of a plan, in which it is written, submitted and approved. */
const AHEAD = 21;
const SHORTEST = 7;

/** The plan that is over, the one that is running, and what the one after is called: those of last year and of this one where the story is long enough, else the first half of the story and the rest of it. */
export function periodsOf(start: LocalDate, today: LocalDate): { past: PlanPeriod; present: PlanPeriod; next: string } {
  const year = Number(today.slice(0, 4));
  const [lastYear, thisYear, nextYear] = [`${year - 1}-01-01`, `${year}-01-01`, `${year + 1}-01-01`];
  const first = addDays(start, AHEAD);
  if (first <= lastYear && daysBetween(thisYear, today) > SHORTEST) return { past: named(year - 1, lastYear, thisYear), present: named(year, thisYear, nextYear), next: nameOf(year + 1) };
  const middle = addDays(first, Math.max(1, Math.floor(daysBetween(first, today) / 2)));
  return {
    past: { name: '第一期客户关怀 Customer care, first part', fromOn: first, untilOn: middle },
    present: { name: '第二期客户关怀 Customer care, second part', fromOn: middle, untilOn: addDays(today, daysBetween(start, today)) },
    next: '第三期客户关怀 Customer care, third part',
  };
}

const nameOf = (year: number): string => `${year} 年客户关怀 Customer care ${year}`;
const named = (year: number, fromOn: LocalDate, untilOn: LocalDate): PlanPeriod => ({ name: nameOf(year), fromOn, untilOn });
