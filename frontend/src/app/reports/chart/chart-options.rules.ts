import type { EChartsCoreOption } from 'echarts/core';
import { Line, drawn } from '../report-lines.rules';
import type { Colours } from './colours';

/** What a chart shows, in words and numbers that are ready. */
export interface Drawing {
  readonly lines: readonly Line[];
  readonly isTime: readonly boolean[];
  readonly isShare: boolean;
  readonly name: string;
  readonly colours: Colours;
  readonly format: (value: number) => string;
  /** All that is known of a row, line by line. */
  readonly say: (line: Line) => string;
}

/** How an answer is drawn: over time a line, over anything else bars, two and more dimensions a map of fields. */
export type Shape = 'line' | 'bars' | 'map' | 'none';

/** The most bars, or rows of a map, that are drawn; the table has all. */
export const MOST_DRAWN = 40;

/** How an answer is drawn. */
export function shapeOf({ lines, isTime }: Pick<Drawing, 'lines' | 'isTime'>): Shape {
  if (!lines.length || !isTime.length) return 'none';
  if (isTime.length === 1) return isTime[0] ? 'line' : 'bars';
  return 'map';
}

/** The height of the chart in pixels. */
export function heightOf(drawing: Pick<Drawing, 'lines' | 'isTime'>): number {
  const shape = shapeOf(drawing);
  if (shape === 'bars') return 60 + Math.min(drawing.lines.length, MOST_DRAWN) * 34;
  return shape === 'map' ? 110 + fieldsOf(drawing).rows.length * 30 : 300;
}

/** The chart as the library wants it. */
export function optionsOf(drawing: Drawing): EChartsCoreOption {
  const shape = shapeOf(drawing);
  return { ...common(drawing), ...(shape === 'map' ? map(drawing) : shape === 'bars' ? bars(drawing) : line(drawing)) };
}

const labelOf = (row: Line): string => row.labels.join(' · ');

function common({ colours, lines, say }: Drawing): EChartsCoreOption {
  const byIndex = (index: number): string => { const row = lines[index]; return row ? say(row) : ''; };
  return {
    animation: false,
    textStyle: { fontFamily: colours.font, color: colours.text },
    // Plain text: names that people typed are no markup.
    tooltip: {
      trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: colours.panel, borderColor: colours.line, textStyle: { color: colours.text, fontSize: 12 },
      formatter: ({ data }: { data: { place?: number } }) => byIndex(data.place ?? -1),
    },
  };
}

const axisText = ({ colours }: Drawing) => ({ axisLabel: { color: colours.muted, fontSize: 12 }, axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false }, splitLine: { lineStyle: { color: colours.line } } });
const valueAxis = (drawing: Drawing) => { const text = axisText(drawing); return { type: 'value', min: 0, ...text, axisLabel: { ...text.axisLabel, formatter: drawing.format, hideOverlap: true } }; };

function bars(drawing: Drawing): EChartsCoreOption {
  const { colours, format } = drawing;
  const shown = drawing.lines.slice(0, MOST_DRAWN);
  const text = axisText(drawing);
  return {
    grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
    xAxis: valueAxis(drawing),
    yAxis: { type: 'category', inverse: true, data: shown.map(labelOf), ...text, axisLabel: { ...text.axisLabel, color: colours.text, width: 140, overflow: 'truncate' }, splitLine: { show: false } },
    series: [
      {
        type: 'bar', name: drawing.name, barMaxWidth: 18, itemStyle: { color: colours.mark, borderRadius: [0, 4, 4, 0], opacity: drawing.isShare ? 0.65 : 1 },
        data: shown.map((row, place) => ({ value: drawn(row), place })),
        label: { show: !drawing.isShare, position: 'right', color: colours.text, formatter: ({ value }: { value: number | null }) => (value === null ? '–' : format(value)) },
      },
      ...whiskers(drawing, shown, true),
    ],
  };
}

function line(drawing: Drawing): EChartsCoreOption {
  const { colours, lines } = drawing;
  const text = axisText(drawing);
  return {
    grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: lines.map(labelOf), ...text, splitLine: { show: false }, axisLabel: { ...text.axisLabel, hideOverlap: true } },
    yAxis: valueAxis(drawing),
    series: [
      {
        type: 'line', name: drawing.name, connectNulls: false, symbol: 'circle', symbolSize: lines.length > 60 ? 3 : 7, showAllSymbol: true, lineStyle: { color: colours.mark, width: 2 }, itemStyle: { color: colours.mark },
        data: lines.map((row, place) => ({ value: row.isPartial ? null : drawn(row), place })),
      },
      ...whiskers(drawing, lines, false),
      ...unfinished(drawing),
    ],
  };
}

/** Buckets that are no whole ones: hollow points on a dashed line, so that they are not read as a fall. */
function unfinished({ colours, lines, name }: Drawing): object[] {
  if (!lines.some(({ isPartial }) => isPartial)) return [];
  const isBeside = (place: number): boolean => (lines[place - 1]?.isPartial ?? false) || (lines[place + 1]?.isPartial ?? false);
  const data = lines.map((row, place) => {
    if (row.isPartial) return { value: drawn(row), place };
    return isBeside(place) ? { value: drawn(row), place, symbol: 'none' } : { value: null, place };
  });
  return [{
    type: 'line', name, connectNulls: false, symbol: 'circle', symbolSize: 7, showAllSymbol: true, z: 1,
    lineStyle: { color: colours.mark, width: 2, type: 'dashed' }, itemStyle: { color: colours.panel, borderColor: colours.mark, borderWidth: 2 }, data,
  }];
}

interface CustomApi {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

/** The 95 % interval of each share as a thin line with two ends. */
function whiskers({ colours, isShare }: Drawing, rows: readonly Line[], isLying: boolean): object[] {
  if (!isShare) return [];
  const ends = rows.flatMap(({ share }, place) => (share?.low == null || share.high == null ? [] : [{ value: isLying ? [share.low, place, share.high] : [place, share.low, share.high], place }]));
  const stroke = { stroke: colours.text, lineWidth: 1.5, opacity: 0.7 };
  const draw = (from: [number, number], to: [number, number]): object => {
    const [dx, dy] = isLying ? [0, 4] : [4, 0];
    const stretch = (x1: number, y1: number, x2: number, y2: number): object => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: stroke });
    return { type: 'group', children: [stretch(...from, ...to), ...[from, to].map(([x, y]) => stretch(x - dx, y - dy, x + dx, y + dy))] };
  };
  const renderItem = (_: unknown, api: CustomApi): object => {
    const [first, second, high] = [api.value(0), api.value(1), api.value(2)];
    return isLying ? draw(api.coord([first, second]), api.coord([high, second])) : draw(api.coord([first, second]), api.coord([first, high]));
  };
  return [{ type: 'custom', data: ends, encode: isLying ? { x: [0, 2], y: 1 } : { x: 0, y: [1, 2] }, renderItem, z: 5 }];
}

/** The two sides of a map: time (else the last dimension) across, all others down. */
export function fieldsOf({ lines, isTime }: Pick<Drawing, 'lines' | 'isTime'>): { columns: string[]; rows: string[]; across: number } {
  const time = isTime.indexOf(true);
  const across = time < 0 ? isTime.length - 1 : time;
  const columns = [...new Set(lines.toSorted((a, b) => (time < 0 ? 0 : String(a.keys[across]).localeCompare(String(b.keys[across])))).map(({ labels }) => labels[across] ?? ''))];
  return { columns, rows: [...new Set(lines.map((row) => downOf(row, across)))].slice(0, MOST_DRAWN), across };
}

const downOf = ({ labels }: Line, across: number): string => labels.filter((_, i) => i !== across).join(' · ');

function map(drawing: Drawing): EChartsCoreOption {
  const { colours, lines, format } = drawing;
  const { columns, rows, across } = fieldsOf(drawing);
  const text = axisText(drawing);
  const fields = lines.flatMap((row, place) => {
    const down = rows.indexOf(downOf(row, across));
    return down < 0 ? [] : [{ at: [columns.indexOf(row.labels[across] ?? ''), down], number: drawn(row), place }];
  });
  const most = Math.max(0, ...fields.map(({ number }) => number ?? 0));
  const isNarrow = columns.length > 16;
  const data = fields.map(({ at, number, place }) => (number === null
    ? { value: [...at, 0], place, visualMap: false, itemStyle: { color: 'transparent' }, label: { show: !isNarrow, formatter: '–', color: colours.muted } }
    : { value: [...at, number], place, label: { show: !isNarrow, fontSize: 11, color: number > most * 0.55 ? colours.onMark : colours.text } }));
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 56, containLabel: true },
    xAxis: { type: 'category', data: columns.map((label) => (lines.some((row) => row.isPartial && row.labels[across] === label) ? `${label} *` : label)), ...text, splitLine: { show: false } },
    yAxis: { type: 'category', inverse: true, data: rows, ...text, axisLabel: { ...text.axisLabel, color: colours.text, width: 180, overflow: 'truncate' }, splitLine: { show: false } },
    visualMap: { min: 0, max: most || 1, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 160, text: [format(most), format(0)], textStyle: { color: colours.muted }, inRange: { color: [colours.soft, colours.mark] } },
    // The number stands in its field, so that the colour need not be told apart.
    series: [{
      type: 'heatmap', name: drawing.name, itemStyle: { borderColor: colours.panel, borderWidth: 1 },
data,
      label: { formatter: ({ value }: { value: number[] }) => format(value[2] ?? 0) },
    }],
  };
}
