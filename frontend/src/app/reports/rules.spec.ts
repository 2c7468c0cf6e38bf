import { aLine, anAnswer } from './answers.testing';
import { MOST_DRAWN, heightOf, optionsOf, shapeOf, fieldsOf, Drawing } from './chart/chart-options.rules';
import { plainColour } from './chart/colours';
import { Asked, filtered, fileUrl, queryOf, withFilter } from './question.rules';
import { Line, bucketOf, extremes, linesOf } from './report-lines.rules';

const asked = (change: Partial<Asked> = {}): Asked => ({ period: 'last-12-months', from: '', to: '', by: '', origin: 'first_communication', days: '90', filter: [], compare: false, ...change });

describe('a question', () => {
  test('takes days of one’s own with the last one included', () => {
    expect(queryOf(asked({ from: '2026-02-01', to: '2026-02-28' }), aLine())).toMatchObject({ from: '2026-02-01', until: '2026-03-01' });
  });

  test('has no origin where there is no cohort, and forgets what the address makes up', () => {
    expect(queryOf(asked({ period: 'nonsense', days: '7' }), aLine({ isCohort: false }))).toEqual({ period: 'last-12-months', by: ['channel'] });
    expect(queryOf(asked({ days: '7', origin: 'x' }), aLine())).toMatchObject({ days: '90', origin: 'first_communication' });
  });

  test('narrows by dimension, values with colons included', () => {
    const filter = withFilter(asked({ filter: ['source:Fair', 'tier:t1'] }), 'source', ['Web: search', '']);
    expect(filter).toEqual(['tier:t1', 'source:Web: search', 'source:']);
    expect(filtered(asked({ filter }), 'source')).toEqual(['Web: search', '']);
  });

  test('goes into the address of a file', () => {
    expect(fileUrl('/f.csv', { by: ['person', 'week'], filter: ['source:A, B', 'source:'], compare: true })).toBe('/f.csv?by=person%2Cweek&filter=source%3AA%2C+B&filter=source%3A&compare=true');
  });
});

const line = (labels: string[], value: number | null, keys: (string | null)[] = labels): Line => ({ keys, labels, numbers: [value], share: null, previous: null, isPartial: false });
const drawing = (lines: Line[], isTime: boolean[], isShare = false): Drawing => ({
  lines, isTime, isShare, name: 'n', format: String, say: ({ labels }) => labels.join(),
  colours: { font: 'sans-serif', text: '#000', muted: '#111', line: '#222', mark: '#333', soft: '#444', panel: '#555', onMark: '#666' },
});

describe('lines', () => {
  test('carry the words of their values', () => {
    expect(linesOf(anAnswer(), (_, { key, names }) => names?.en ?? `none ${key}`).map(({ labels }) => labels)).toEqual([['Phone'], ['Visit'], ['none null']]);
  });

  test('name the highest and the lowest, never of those that are not known', () => {
    expect(extremes([line(['a'], 3), line(['b'], null), line(['c'], 1)])).toMatchObject({ highest: { labels: ['a'] }, lowest: { labels: ['c'] } });
    expect(extremes([line(['a'], 3), line(['b'], 3)])).toBeUndefined();
    expect(extremes([])).toBeUndefined();
  });

  test('know which time is not over, and count it neither as highest nor as lowest', () => {
    const week = { key: 'week', names: { en: 'Week' }, kind: 'time' as const, values: [], partial: ['2026-03-02'] };
    const row = (key: string, number: number) => ({ keys: [key], numbers: [number], share: null, previous: null });
    const lines = linesOf(anAnswer({ dimensions: [week], rows: [row('2026-02-16', 9), row('2026-02-23', 8), row('2026-03-02', 1)] }), () => '');
    expect(lines.map(({ isPartial }) => isPartial)).toEqual([false, false, true]);
    expect(extremes(lines)).toMatchObject({ highest: { keys: ['2026-02-16'] }, lowest: { keys: ['2026-02-23'] } });
  });

  test('open as a bucket', () => { expect(bucketOf(['person', 'week'], [null, '2026-03-02'])).toEqual(['person:', 'week:2026-03-02']); });
});

describe('a chart', () => {
  const series = (given: Drawing): { type: string; data: { value: unknown; place: number }[] }[] => optionsOf(given)['series'] as never;

  test('is a line over time, bars otherwise, a map for more dimensions', () => {
    expect([shapeOf(drawing([line(['a'], 1)], [true])), shapeOf(drawing([line(['a'], 1)], [false])), shapeOf(drawing([line(['a', 'b'], 1)], [false, true])), shapeOf(drawing([], [false])), shapeOf(drawing([line([], 1)], []))])
      .toEqual(['line', 'bars', 'map', 'none', 'none']);
  });

  test('leaves a gap where nothing is known', () => {
    expect(series(drawing([line(['a'], null), line(['b'], 0)], [true]))[0]?.data).toEqual([{ value: null, place: 0 }, { value: 0, place: 1 }]);
  });

  test('draws a week that is not over hollow and dashed', () => {
    const weeks = [line(['a'], 9), line(['b'], 8), { ...line(['c'], 1), isPartial: true }];
    const [whole, dashed] = series(drawing(weeks, [true]));
    expect(whole?.data.map(({ value }) => value)).toEqual([9, 8, null]);
    expect(dashed).toMatchObject({ lineStyle: { type: 'dashed' }, itemStyle: { color: '#555', borderColor: '#333' }, data: [{ value: null }, { value: 8, symbol: 'none' }, { value: 1, place: 2 }] });
    expect(series(drawing(weeks.slice(0, 2), [true]))).toHaveLength(1);
  });

  test('stars a time that is not over where it is one side of a map', () => {
    const { xAxis } = optionsOf(drawing([line(['Li', 'week 1'], 2), { ...line(['Li', 'week 2'], 1), isPartial: true }], [false, true])) as { xAxis: { data: string[] } };
    expect(xAxis.data).toEqual(['week 1', 'week 2 *']);
  });

  test('draws the interval of each share that has one', () => {
    const shares = linesOf(anAnswer(), (_, { key }) => String(key));
    expect(series(drawing(shares, [false], true))[1]).toMatchObject({ type: 'custom', data: [{ value: [0.1, 0, 0.4] }, { value: [0.1, 2, 0.4] }] });
    expect(series(drawing(shares, [true], true))[1]).toMatchObject({ data: [{ value: [0, 0.1, 0.4] }, { value: [2, 0.1, 0.4] }] });
  });

  test('puts time across and everything else down', () => {
    const lines = [line(['Li', 'Phone', 'week 2'], 4, ['1', 'p', '2026-01-12']), line(['Li', 'Visit', 'week 1'], 2, ['1', 'v', '2026-01-05'])];
    expect(fieldsOf(drawing(lines, [false, false, true]))).toEqual({ columns: ['week 1', 'week 2'], rows: ['Li · Phone', 'Li · Visit'], across: 2 });
    expect(series(drawing(lines, [false, false, true]))[0]?.data).toMatchObject([{ value: [1, 0, 4], place: 0 }, { value: [0, 1, 2], place: 1 }]);
  });

  test('shows a field of which nothing can be said as such, and colours none', () => {
    expect(series(drawing([line(['Li', 'Phone'], null)], [false, false], true))[0]?.data).toMatchObject([{ value: [0, 0, 0], visualMap: false, label: { formatter: '–' } }]);
  });

  test('draws so many and no more', () => {
    const many = Array.from({ length: 100 }, (_, i) => line([`row ${i}`], i));
    expect(series(drawing(many, [false]))[0]?.data).toHaveLength(MOST_DRAWN);
    expect(heightOf(drawing(many, [false]))).toBe(heightOf(drawing(many.slice(0, MOST_DRAWN), [false])));
  });

  test('says a row in plain text', () => {
    const { tooltip } = optionsOf(drawing([line(['<b>a</b>'], 1)], [false])) as { tooltip: { renderMode: string; formatter: (of: object) => string } };
    expect([tooltip.renderMode, tooltip.formatter({ data: { place: 0 } }), tooltip.formatter({ data: {} })]).toEqual(['richText', '<b>a</b>', '']);
  });
});

test.each([['rgb(1, 2, 3)', 'rgb(1, 2, 3)'], ['color(srgb 1 0.5 0 / 0.4)', 'rgba(255, 128, 0, 0.4)'], ['color(srgb 0 0 1)', 'rgba(0, 0, 255, 1)']])('the colour %s is written %s', (colour, plain) => {
  expect(plainColour(colour)).toBe(plain);
});
