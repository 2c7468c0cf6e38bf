import { type Language, type LocalisedNames, localDateOf, nameIn } from '../kernel/index.ts';
import { BYTE_ORDER_MARK, csvLine } from '../platform/csv/csv.ts';
import { labelOf } from './labels.ts';
import { type Words, words } from './registry/words.ts';
import type { CommunicationRowView, CustomerRowView, ReportAxisView, ReportNumbersView, ReportView } from './report.dto.ts';

const HEADS = {
  low: words('95 % from', '95 % 下限', '95 % 下限'),
  high: words('95 % to', '95 % 上限', '95 % 上限'),
  before: words('before', '前期', '前期'),
  total: words('Total', '合计', '合計'),
  none: words('Not recorded', '未记录', '未記錄'),
  noContact: words('No effective communication', '无有效沟通', '無有效溝通'),
  day: words('Day', '日期', '日期'),
  customer: words('Customer', '客户', '客戶'),
  person: words('Person', '人员', '人員'),
  channel: words('Channel', '接触渠道', '接觸管道'),
  direction: words('Direction', '方向', '方向'),
  disposition: words('Disposition', '接通情况', '接通情況'),
  subject: words('Subject', '主题', '主題'),
  owner: words('Owner', '负责人', '負責人'),
  stage: words('Stage', '阶段', '階段'),
  known: words('Known since', '首次知悉', '首次知悉'),
  first: words('First communication', '首次沟通', '首次溝通'),
  converted: words('Converted on', '转化日期', '轉化日期'),
  outbound: words('Outbound', '主动联系', '主動聯絡'),
  inbound: words('Inbound', '客户来访', '客戶來訪'),
};

type Cell = string | number | null;

/** Lines of a CSV file: RFC 4180, UTF-8 with a mark at the start of the file, and nothing that a spreadsheet would run as a formula. */
export const csvOf = (lines: readonly (readonly Cell[])[], isStart = true): string => (isStart ? BYTE_ORDER_MARK : '') + lines.map((cells) => csvLine(cells.map((cell) => String(cell ?? '')))).join('');

/** The whole answer of a report as lines: the same numbers, shares and intervals, the total last. */
export function reportLines(view: ReportView, language: Language): Cell[][] {
  const say = (text: LocalisedNames): string => nameIn(text, language);
  const isCompared = view.previousPeriod !== null;
  const heads = [...view.columns.map(({ names }) => say(names)), ...(view.rate ? [say(view.rate.names), say(HEADS.low), say(HEADS.high)] : [])];
  const compared = isCompared ? heads.map((head) => `${head} (${say(HEADS.before)})`) : [];
  const places = view.dimensions.map((axis) => new Map(axis.values.map((value) => [value.key, value.key === null ? say(nothingIn(axis)) : labelOf(value, language)])));
  const cells = (row: ReportNumbersView & { previous: ReportNumbersView | null }): Cell[] => [...numberCells(view, row), ...(isCompared ? numberCells(view, row.previous) : [])];
  const rows = view.rows.map((row) => [...row.keys.map((key, i) => places[i]?.get(key) ?? ''), ...cells(row)]);
  const total = [...view.dimensions.map((_, i) => (i === 0 ? say(HEADS.total) : '')), ...cells(view.total)];
  return [[...view.dimensions.map(({ names }) => say(names)), ...heads, ...compared], ...rows, total];
}

const nothingIn = ({ key }: ReportAxisView): Words => (key === 'channel' || key === 'contact_kind' ? HEADS.noContact : HEADS.none);

function numberCells({ columns, rate }: ReportView, row: ReportNumbersView | null): Cell[] {
  const share = rate ? [row?.share?.value ?? null, row?.share?.low ?? null, row?.share?.high ?? null] : [];
  return [...columns.map((_, i) => row?.numbers[i] ?? null), ...share];
}

/** Heads of the columns of communications. */
export const communicationHeads = (language: Language): string[] =>
  [HEADS.day, HEADS.customer, HEADS.person, HEADS.channel, HEADS.direction, HEADS.disposition, HEADS.subject].map((text) => nameIn(text, language));

/** A communication as a line; the day is the organisation's. */
export const communicationLine = (row: CommunicationRowView, language: Language, timeZone: string): Cell[] => [
  localDateOf(row.occurredAt, timeZone), row.customerName, row.authorName, row.channel && nameIn(row.channel, language),
  nameIn(row.direction === 'inbound' ? HEADS.inbound : HEADS.outbound, language), row.disposition && nameIn(row.disposition, language), row.subject,
];

/** Heads of the columns of customers. */
export const customerHeads = (language: Language): string[] =>
  [HEADS.customer, HEADS.owner, HEADS.stage, HEADS.known, HEADS.first, HEADS.converted].map((text) => nameIn(text, language));

/** A customer as a line. */
export const customerLine = (row: CustomerRowView, language: Language): Cell[] => [row.name, row.ownerName, row.stage && nameIn(row.stage, language), row.knownSinceOn, row.firstContactOn, row.convertedOn];
