/** The bank sample says what `backend/samples/bank-marketing/README.md`'s source says, to the last digit. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { attemptDays, bankSample, mappings } from '../lib/bank-sample.mjs';
import { root } from '../lib/workspace.mjs';

const compressed = readFileSync(join(root, 'backend/samples/bank-marketing/bank-full.csv.gz'));
const customers = new Map();
const communications = [];

before(() => {
  const columns = Object.fromEntries(Object.entries(mappings).map(([kind, { columns: list }]) => [kind, list.map(({ column }) => column)]));
  for (const { file, cells } of bankSample(compressed)) {
    const row = Object.fromEntries(columns[file].map((name, i) => [name, cells[i]]));
    if (row.id === 'id') continue;
    if (file === 'customers') customers.set(row.id, { ...row, communications: [] });
    else communications.push(row);
  }
  for (const row of communications) customers.get(row.customer).communications.push(row);
});

const converted = (list) => list.filter(({ stage }) => stage === 'won').length;
const figures = (list) => [list.length, converted(list), ((100 * converted(list)) / list.length).toFixed(2)];
const by = (fits) => figures([...customers.values()].filter(fits));
const channelIs = (channel) => by((customer) => customer.communications.every((row) => row.channel === channel));
const contacts = (from, until) => by(({ communications: { length } }) => length >= from && length <= until);

test('all customers and communications are there, and as many converted as in the source', () => {
  assert.deepEqual(figures([...customers.values()]), [45_211, 5_289, '11.70']);
  assert.equal(communications.length, 124_956);
  assert.equal(new Set(communications.map(({ id }) => id)).size, 124_956);
});

test('conversion by channel', () => {
  assert.deepEqual(channelIs('bank_mobile_phone'), [29_285, 4_369, '14.92']);
  assert.deepEqual(channelIs('bank_fixed_line'), [2_906, 390, '13.42']);
  assert.deepEqual(channelIs('bank_phone'), [13_020, 530, '4.07']);
});

test('conversion by number of communications', () => {
  assert.deepEqual(contacts(1, 1), [17_544, 2_561, '14.60']);
  assert.deepEqual(contacts(2, 2), [12_505, 1_401, '11.20']);
  assert.deepEqual(contacts(3, 5), [10_807, 1_074, '9.94']);
  assert.deepEqual(contacts(6, 9), [2_893, 192, '6.64']);
  assert.deepEqual(contacts(10, 63), [1_462, 61, '4.17']);
});

test('years are found from the order of the months, and the last day is the one of the source', () => {
  const lastDays = [...customers.values()].map((customer) => customer.communications.at(-1).day);
  const inYear = (year) => lastDays.filter((day) => day.startsWith(year)).length;
  assert.deepEqual([inYear('2008'), inYear('2009'), inYear('2010')], [27_729, 14_862, 2_620]);
  assert.deepEqual([lastDays[0], lastDays.at(-1)], ['2008-05-05', '2010-11-17']);
  assert.deepEqual(lastDays, lastDays.toSorted());
});

test('earlier attempts lie on working days before the last one, each on a day of its own, visibly filled in', () => {
  assert.deepEqual(attemptDays(new Date('2008-05-06'), 4).map((day) => day.toISOString().slice(0, 10)), ['2008-05-01', '2008-05-02', '2008-05-05', '2008-05-06']);
  for (const { known_since: since, communications: rows } of customers.values()) {
    assert.equal(rows[0].day, since);
    for (const [i, row] of rows.slice(0, -1).entries()) {
      assert.ok(row.day < rows[i + 1].day && ![0, 6].includes(new Date(row.day).getUTCDay()) && /filled in/.test(row.text) && row.disposition === 'not_recorded');
    }
    assert.equal(rows.at(-1).disposition, 'reached');
  }
});

test('what stands in the files is the same every time', () => {
  const once = [...bankSample(compressed, 1_000)];
  assert.deepEqual([...bankSample(compressed, 1_000)], once);
});
