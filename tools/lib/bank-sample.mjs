/** Turns the rows of the bank marketing data into customers and communications as the product's import reads them. */
import { gunzipSync } from 'node:zlib';

export const tag = 'bank-marketing sample';
const firstYear = 2008;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayMs = 86_400_000;

/** Channels that the data needs, as `POST /api/settings/channels` takes them. */
export const channels = [
  ['bank_mobile_phone', 'Mobile phone', '移动电话', '行動電話'],
  ['bank_fixed_line', 'Fixed line', '固定电话', '固定電話'],
  ['bank_phone', 'Phone, line not recorded', '电话（线路未记录）', '電話（線路未記錄）'],
].map(([key, en, zhHans, zhHant]) => ({
  key,
  names: { en, zhHans, zhHant },
  contactKind: 'personal',
  icon: 'call',
  isTwoWay: true,
  isLive: true,
  responseMinutes: null,
  isResponseInWorkingTime: false,
}));
const channelOf = { cellular: 'bank_mobile_phone', telephone: 'bank_fixed_line', unknown: 'bank_phone' };

const choices = {
  job: ['admin.', 'blue-collar', 'entrepreneur', 'housemaid', 'management', 'retired', 'self-employed', 'services', 'student', 'technician', 'unemployed', 'unknown'],
  marital: ['divorced', 'married', 'single'],
  education: ['primary', 'secondary', 'tertiary', 'unknown'],
  poutcome: ['failure', 'other', 'success', 'unknown'],
};
const choiceKey = (text) => text.replace(/[^a-z]+/g, '_').replace(/_$/, '');

/** Custom fields that the data needs, as `POST /api/settings/fields` takes them. */
export const fields = [
  ['age', 'number', 'Age', '年龄', '年齡'],
  ['job', 'choice', 'Job', '职业', '職業'],
  ['marital', 'choice', 'Marital status', '婚姻状况', '婚姻狀況'],
  ['education', 'choice', 'Education', '教育程度', '教育程度'],
  ['default', 'boolean', 'Credit in default', '信用违约', '信用違約'],
  ['balance', 'number', 'Balance (EUR)', '余额（欧元）', '餘額（歐元）'],
  ['housing', 'boolean', 'Housing loan', '住房贷款', '住房貸款'],
  ['loan', 'boolean', 'Personal loan', '个人贷款', '個人貸款'],
  ['pdays', 'number', 'Days since the earlier campaign (−1: none)', '距上次活动天数（−1：无）', '距上次活動天數（−1：無）'],
  ['previous', 'number', 'Contacts before this campaign', '此前联系次数', '此前聯絡次數'],
  ['poutcome', 'choice', 'Outcome of the earlier campaign', '上次活动结果', '上次活動結果'],
].map(([key, kind, en, zhHans, zhHant]) => ({
  key,
  names: { en, zhHans, zhHant },
  kind,
  choices: (choices[key] ?? []).map((name) => ({ key: choiceKey(name), names: { en: name } })),
  isRequired: false,
}));

/** The mapping files that go with the two CSV files. */
export const mappings = {
  customers: {
    columns: [
      { column: 'id', to: 'externalId' },
      { column: 'name', to: 'name' },
      { column: 'known_since', to: 'knownSinceOn', format: 'YYYY-MM-DD' },
      { column: 'stage', to: 'stage' },
      { column: 'stage_day', to: 'stageOn', format: 'YYYY-MM-DD' },
      ...fields.map(({ key }) => ({ column: key, to: `field:${key}` })),
    ],
    defaults: { kind: 'person', source: 'Bank marketing', tags: tag },
  },
  communications: {
    columns: [
      { column: 'id', to: 'externalId' },
      { column: 'customer', to: 'customerExternalId' },
      { column: 'day', to: 'occurredAt', format: 'YYYY-MM-DD' },
      { column: 'channel', to: 'channel' },
      { column: 'disposition', to: 'disposition' },
      { column: 'seconds', to: 'durationSeconds' },
      { column: 'subject', to: 'subject' },
      { column: 'text', to: 'text' },
    ],
    defaults: { direction: 'outbound' },
  },
};

/** The rows of the compressed file as objects by column name. */
export function bankRows(compressed) {
  const [header, ...lines] = gunzipSync(compressed).toString('latin1').trimEnd().split(/\r?\n/);
  const names = header.split(';').map(unquoted);
  return lines.map((line) => {
    const cells = line.split(';');
    return Object.fromEntries(names.map((name, i) => [name, unquoted(cells[i])]));
  });
}

const unquoted = (cell) => cell.replace(/^"|"$/g, '');

/** The day of each row's last contact: rows are in order of date, and an earlier month than the row before begins a new year. */
export function lastDays(rows) {
  let year = firstYear;
  let before = 0;
  return rows.map(({ month, day }) => {
    const at = months.indexOf(month);
    if (at < before) year++;
    before = at;
    return new Date(Date.UTC(year, at, Number(day)));
  });
}

/** The days of all attempts, the first one first: one per working day going back from the last, which alone the source knows. */
export function attemptDays(last, attempts) {
  const days = [last];
  let day = last;
  while (days.length < attempts) {
    do day = new Date(day.getTime() - dayMs);
    while (day.getUTCDay() === 0 || day.getUTCDay() === 6);
    days.push(day);
  }
  return days.reverse();
}

/** Both CSV texts, line by line; `every` takes each n-th client only. */
export function* bankSample(compressed, every = 1) {
  const rows = bankRows(compressed);
  const days = lastDays(rows);
  yield { file: 'customers', cells: mappings.customers.columns.map(({ column }) => column) };
  yield { file: 'communications', cells: mappings.communications.columns.map(({ column }) => column) };
  for (let i = 0; i < rows.length; i += every) yield* linesOf(rows[i], i + 1, days[i]);
}

const dayText = (day) => day.toISOString().slice(0, 10);

function* linesOf(row, number, last) {
  const id = `bank-${String(number).padStart(5, '0')}`;
  const days = attemptDays(last, Number(row.campaign)).map(dayText);
  const isConverted = row.y === 'yes';
  const known = [id, `Client ${String(number).padStart(5, '0')}`, days[0], isConverted ? 'won' : '', isConverted ? dayText(last) : ''];
  yield { file: 'customers', cells: [...known, ...fields.map(({ key }) => row[key])] };
  for (const [i, day] of days.entries()) {
    const isLast = i === days.length - 1;
    const what = isLast ? ['reached', row.duration] : ['not_recorded', ''];
    const text = isLast ? '' : `Attempt ${i + 1} of ${days.length}; its day is filled in, the source gives only that of the last.`;
    yield { file: 'communications', cells: [`${id}-${i + 1}`, id, day, channelOf[row.contact], ...what, 'Term deposit campaign', text] };
  }
}
