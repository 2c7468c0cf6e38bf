import type { View } from '../core/api';

/** A text in two of the languages. */
const text = (en: string, zhHans = en): View<'ReportTextView'> => ({ en, zhHans });

/** The line of a report that is a share by channel. */
export const aLine = (change: Partial<View<'ReportLineView'>> = {}): View<'ReportLineView'> => ({
  key: 'conversion-by-channel', group: 'effectiveness', names: text('Conversion by channel', '按渠道的转化率'), asks: text('Which channels go together with conversion?'),
  columns: [
    { key: 'converted', names: text('Converted', '已转化'), counts: 'customers', isBeside: false },
    { key: 'customers', names: text('Customers'), counts: 'customers', isBeside: false },
    { key: 'too_early', names: text('Too early'), counts: 'customers', isBeside: true },
  ],
  rate: { names: text('Conversion', '转化率'), of: 'converted', among: 'customers' },
  definition: { counts: text('Customers who converted.'), denominator: text('Customers of the cohort.'), period: text('The day of the origin.'), leftOut: text('Those whose days are not over.') },
  dimensions: [{ key: 'channel', names: text('Channel'), kind: 'reference' }, { key: 'tier', names: text('Tier'), kind: 'reference' }],
  filters: [{ key: 'source', names: text('Source'), kind: 'text' }],
  by: ['channel'], isCohort: true, isAssociation: true, ...change,
});

const share = (count: number, n: number): View<'ShareView'> => (n < 10 ? { value: null, low: null, high: null, count, n } : { value: count / n, low: 0.1, high: 0.4, count, n });

/** An answer with a phone row, a row below the smallest basis, and a row of those without an effective communication. */
export const anAnswer = (change: Partial<View<'ReportView'>> = {}): View<'ReportView'> => ({
  question: {
    report: 'conversion-by-channel', periodName: 'last-12-months', period: { from: '2025-04-01', until: '2026-04-01' }, by: ['channel'], filters: [], scope: { isEverything: true, people: 1, teams: 0 },
    origin: 'first_communication', days: 90, askedAt: '2026-03-04T01:00:00.000Z', today: '2026-03-04', completeUntil: '2025-12-04', timeZone: 'Asia/Shanghai',
  },
  columns: aLine().columns, rate: aLine().rate,
  dimensions: [{
    key: 'channel', names: text('Channel'), kind: 'reference',
    values: [{ key: 'c1', label: null, names: text('Phone', '电话') }, { key: 'c2', label: null, names: text('Visit') }, { key: null, label: null, names: null }], partial: [],
  }],
  rows: [
    { keys: ['c1'], numbers: [10, 50, 4], share: share(10, 50), previous: null },
    { keys: ['c2'], numbers: [2, 5, 0], share: share(2, 5), previous: null },
    { keys: [null], numbers: [1, 20, 0], share: share(1, 20), previous: null },
  ],
  total: { numbers: [12, 70, 4], share: share(12, 70), previous: null },
  previousPeriod: null, smallestBasis: 10, ...change,
});
