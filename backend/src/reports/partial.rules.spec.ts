import { completeUntil, partialBuckets } from './partial.rules.ts';

const ALL = { from: '2026-01-01', until: '2027-01-01' };

describe('a bucket of time is no whole one', () => {
  it.each<[string, string, string[], object, object, string[]]>([
    ['while it is running', 'week', ['2026-02-23', '2026-03-02', '2026-03-09'], ALL, {}, ['2026-03-09']],
    ['on its last day, which is not over', 'week', ['2026-03-02'], ALL, { today: '2026-03-08' }, ['2026-03-02']],
    ['until the day after it', 'week', ['2026-03-02'], ALL, { today: '2026-03-09' }, []],
    ['in the running month and in those to come', 'month', ['2026-02-01', '2026-03-01', '2026-04-01'], ALL, {}, ['2026-03-01', '2026-04-01']],
    ['today', 'day', ['2026-03-09', '2026-03-10'], ALL, {}, ['2026-03-10']],
    ['where the period cuts it', 'week', ['2026-01-26', '2026-02-02', '2026-02-23'], { from: '2026-02-01', until: '2026-03-01' }, {}, ['2026-01-26', '2026-02-23']],
    ['while its cohort is not old enough', 'month', ['2025-11-01', '2025-12-01', '2026-01-01'], { from: '2025-01-01', until: '2026-04-01' }, { days: 90 }, ['2025-12-01', '2026-01-01']],
  ])('%s', (_when, unit, buckets, period, elapsed, partial) => {
    expect(partialBuckets(unit, buckets, { ...ALL, ...period }, { today: '2026-03-10', days: null, ...elapsed })).toEqual(partial);
  });

  it('as long as a customer of its last day may still convert in time: origin + days < today', () => {
    expect(completeUntil({ today: '2026-03-10', days: 30 })).toBe('2026-02-08');
  });
});
