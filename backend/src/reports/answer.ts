import { previousPeriod, rate } from '../kernel/index.ts';
import type { ShareView } from '../platform/http/share.dto.ts';
import { inOrderOfValues, valuesOf } from './labels.ts';
import { type Question, partsOf } from './question.ts';
import { type Keys, type Numbers, type Read, type Reading, readNumbers } from './reading.ts';
import type { Column } from './registry/columns.ts';
import { completeUntil, partialBuckets } from './partial.rules.ts';
import type { ReportAxisView, ReportNumbersView, ReportQuestionView, ReportView } from './report.dto.ts';

/** The smallest basis from which a share is shown as a number. */
export const SMALLEST_BASIS = 10;

/** Answers a question: the numbers of its period and, if wanted, those of the period before, with shares, intervals and labels. */
export async function answer(read: Read, question: Question): Promise<ReportView> {
  const { report, by, period, isCompared } = question;
  const before = isCompared ? previousPeriod(period) : null;
  const reading = await readNumbers(read, question, period, by);
  // Buckets of time differ from period to period: there the totals alone are compared.
  const isTime = by.some(({ kind }) => kind === 'time');
  const former = before && (await readNumbers(read, question, before, isTime ? [] : by));
  const columns = partsOf(question).flatMap((part) => part.columns);
  const shown = (numbers: Numbers): ReportNumbersView => ({ numbers: columns.map(({ key }) => numbers[key] ?? null), share: shareOf(question, numbers) });
  const paired = pair(reading, isTime ? null : former);
  const dimensions: ReportAxisView[] = [];
  for (const [i, dimension] of by.entries()) {
    const keys = [...(dimension.kind === 'time' ? reading.buckets : []), ...paired.map((row) => row.keys[i] ?? null)];
    dimensions.push({ key: dimension.key, names: dimension.names, kind: dimension.kind, values: await valuesOf(read, dimension, keys, question.actor.language), partial: dimension.kind === 'time' ? partialBuckets(dimension.key, dated(keys), period, question) : [] });
  }
  const rows = paired.map(({ keys, numbers, previous }) => ({ keys: [...keys], ...shown(numbers), previous: previous && shown(previous) }));
  return {
    question: questionView(question),
    columns: columns.map(columnView),
    rate: report.measure.rate,
    dimensions,
    rows: inOrderOfValues(rows, dimensions.map(({ values }) => values)),
    total: { ...shown(reading.total), previous: former && shown(former.total) },
    previousPeriod: before,
    smallestBasis: SMALLEST_BASIS,
  };
}

const dated = (keys: readonly (string | null)[]): string[] => [...new Set(keys)].filter((key) => key !== null).sort();

/** A column without its SQL. */
export const columnView = ({ key, names, counts, isBeside = false }: Column) => ({ key, names, counts, isBeside });

function shareOf({ report }: Question, numbers: Numbers): ShareView | null {
  if (!report.measure.rate) return null;
  const { of, among } = report.measure.rate;
  const { value, count, n, interval } = rate(numbers[of] ?? 0, numbers[among] ?? 0);
  if (n < SMALLEST_BASIS) return { value: null, low: null, high: null, count, n };
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, count, n };
}

interface PairedRow {
  readonly keys: Keys;
  readonly numbers: Numbers;
  readonly previous: Numbers | null;
}

/** Rows of both periods side by side: who has none in one of them has zeros there. */
function pair(reading: Reading, former: Reading | null): PairedRow[] {
  if (!former) return reading.rows.map((row) => ({ ...row, previous: null }));
  const now = new Map(reading.rows.map((row) => [JSON.stringify(row.keys), row]));
  const then = new Map(former.rows.map((row) => [JSON.stringify(row.keys), row]));
  const zeros = (numbers: Numbers): Numbers => Object.fromEntries(Object.keys(numbers).map((key) => [key, 0]));
  const present = reading.rows.map((row) => ({ ...row, previous: then.get(JSON.stringify(row.keys))?.numbers ?? zeros(row.numbers) }));
  const past = former.rows.filter((row) => !now.has(JSON.stringify(row.keys)));
  return [...present, ...past.map(({ keys, numbers }) => ({ keys, numbers: zeros(numbers), previous: numbers }))];
}

function questionView({ report, periodName, period, by, filters, actor, origin, days, askedAt, today }: Question): ReportQuestionView {
  const { all, ownerIds, teamIds } = actor.sees;
  return {
    report: report.key, periodName, period, origin, days, today,
    completeUntil: completeUntil({ today, days }),
    by: by.map(({ key }) => key),
    filters: filters.map(({ dimension, values }) => ({ dimension: dimension.key, values: [...values] })),
    scope: { isEverything: all, people: ownerIds.length, teams: teamIds.length },
    askedAt: askedAt.toISOString(),
    timeZone: actor.organisation.timeZone,
  };
}
