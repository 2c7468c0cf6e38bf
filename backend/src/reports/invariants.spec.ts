import fc from 'fast-check';
import { type TestActor, World } from '../../test/world.ts';
import { newId } from '../platform/ids.ts';
import { type GivenContact, type GivenCustomer, type GivenFacts, type GivenStage, clearFacts, writeFacts } from './facts.testing.ts';
import { Plain, type PlainQuestion, type PlainTable, plus } from './plain.testing.ts';
import type { ReportRowsView, ReportView } from './report.dto.ts';

const FIRST = '2025-10-01';
const TODAY = '2026-03-10';
const SPAN = 170;

/** Dimensions whose groups share nothing, so that their numbers add up to the total. */
const ADDITIVE: Record<string, readonly string[]> = {
  communications: ['person', 'channel', 'contact_kind', 'direction', 'disposition', 'week', 'month', 'day', 'owner', 'tier', 'source', 'served', 'served_by', 'field:size', 'field:vip'],
  'reach-rate': ['person', 'channel', 'contact_kind', 'week', 'owner', 'source'],
  'customers-reached': ['owner', 'tier', 'source', 'field:size'],
  'new-customers': ['owner', 'tier', 'source', 'served', 'field:vip'],
  'conversion-by-attribute': ['owner', 'tier', 'source', 'week', 'month', 'field:size', 'field:vip'],
  'conversion-by-number': ['contacts', 'owner'],
};

/** Every report with breakdowns that say something about it. */
const BREAKDOWNS: readonly (readonly [report: string, by: readonly string[]])[] = [
  ...Object.entries(ADDITIVE).flatMap(([report, all]) => all.map((one) => [report, [one]] as const)),
  ['communications', ['person', 'channel', 'week']], ['reach-rate', ['person', 'channel', 'week']], ['reach-rate', ['tier', 'month']],
  ['customers-reached', ['person']], ['customers-reached', ['channel', 'week']], ['customers-reached', ['month', 'owner']],
  ['new-customers', ['day']], ['new-customers', ['week']], ['new-customers', ['month']], ['new-customers', ['month', 'source']], ['new-customers', ['served', 'served_by']],
  ['conversion', ['week']], ['conversion-by-channel', ['channel']], ['conversion-by-channel', ['contact_kind']], ['conversion-by-channel', ['channel', 'tier']],
  ['conversion-by-number', ['contacts', 'source']], ['conversion-by-attribute', ['served', 'tier']], ['conversion-by-number', ['field:size', 'contacts']],
];

/** Changes of stage in which each begins where the customer's last one ended. */
const chained = (stages: readonly GivenStage[]): GivenStage[] => {
  const last = new Map<string, string>();
  return stages.toSorted((a, b) => a.day.localeCompare(b.day) || a.minute - b.minute).map((stage) => {
    const from = last.get(stage.customer) ?? null;
    last.set(stage.customer, stage.to);
    return { ...stage, from };
  });
};

interface Asked extends PlainQuestion {
  report: string;
}

describe('reports on any data', () => {
  let world: World;
  let lead: TestActor;
  let people: TestActor[];
  const keyOf = new Map<string, string>();

  beforeAll(async () => {
    world = await World.open({ at: `${TODAY}T02:00:00Z` });
    lead = await world.person({ roles: ['team_lead'], scope: 'all' });
    people = [await world.person(), await world.person(), await world.person()];
    await world.database.query(
      `INSERT INTO custom_fields (id, key, names, kind, choices, is_required, position) VALUES ($1, 'size', '{"en": "Size"}', 'choice', '[{"key": "big", "names": {"en": "Big"}}, {"key": "small", "names": {"en": "Small"}}]', false, 1),
       ($2, 'vip', '{"en": "VIP"}', 'boolean', '[]', false, 2)`,
      [newId(), newId()],
    );
    for (const { id, key } of await world.database.query<{ id: string; key: string }[]>('SELECT id, key FROM channels UNION ALL SELECT id, key FROM tiers')) keyOf.set(id, key);
  });
  afterAll(() => world.close());

  const owners = (): string[] => people.map(({ person }) => person.id);
  const day = fc.integer({ min: 0, max: SPAN }).map((days) => plus(FIRST, days));
  const minute = fc.constantFrom(0, 1, 600, 601, 1438, 1439);

  const facts = (): fc.Arbitrary<GivenFacts> => {
    const customer = fc.record({
      owner: fc.option(fc.constantFrom(...owners())), tier: fc.constantFrom('key', 'major'), source: fc.constantFrom(null, '', 'Fair', 'Web, "search"', '=1+1'),
      isServed: fc.boolean(), servedBy: fc.constantFrom(null, '', 'Rival', '对手甲'),
      fields: fc.record({ size: fc.constantFrom('big', 'small', 'gone'), vip: fc.boolean() }, { requiredKeys: [] }), knownOn: day, archivedOn: fc.option(day, { freq: 4 }),
    });
    return fc.array(customer, { minLength: 1, maxLength: 40 }).chain((given) => {
      const customers: GivenCustomer[] = given.map((one) => ({ ...one, id: newId(), team: null }));
      const id = fc.constantFrom(...customers.map((one) => one.id));
      const contact: fc.Arbitrary<GivenContact> = fc
        .record({
          customer: id, author: fc.constantFrom(...owners()), day, minute, channel: fc.constantFrom('phone', 'visit', 'email'), direction: fc.constantFrom('outbound' as const, 'outbound' as const, 'inbound' as const),
          disposition: fc.constantFrom('reached', 'reached', 'reached', 'no_answer', 'sent', 'bounced', 'wrong_number', 'not_recorded'),
          isInvalid: fc.integer({ min: 0, max: 9 }).map((n) => n === 0), isEffective: fc.boolean(), isWithdrawn: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        })
        .map((one) => ({ ...one, id: newId(), isEffective: one.isEffective && one.disposition === 'reached' && !one.isInvalid }));
      // One moment per change (which of two at the same instant came first is not for reports to say), each from where the one before led.
      const stage: fc.Arbitrary<GivenStage> = fc.record({ customer: id, from: fc.constant(null), to: fc.constantFrom('won', 'won', 'lost', 'qualified'), day, minute });
      return fc.record({
        customers: fc.constant(customers), contacts: fc.array(contact, { maxLength: 300, size: 'max' }),
        stages: fc.uniqueArray(stage, { maxLength: 30, selector: (one) => `${one.customer} ${one.day} ${one.minute}` }).map(chained),
      });
    });
  };

  const question = (): fc.Arbitrary<Asked> =>
    fc.record({
      chosen: fc.constantFrom(...BREAKDOWNS), start: fc.integer({ min: -5, max: 150 }), length: fc.integer({ min: 1, max: 180 }), origin: fc.constantFrom('first_communication' as const, 'creation' as const),
      days: fc.constantFrom(30, 90, 180, null), filter: fc.option(fc.constantFrom({ dimension: 'source', values: ['Fair', null] }, { dimension: 'served', values: ['false'] }, { dimension: 'field:size', values: ['big'] }, { dimension: 'field:vip', values: [null, 'true'] })),
    }).map(({ chosen: [report, by], start, length, filter, ...rest }) => ({ ...rest, report, by, from: plus(FIRST, start), until: plus(FIRST, start + length), today: TODAY, ...(filter ? { filter } : {}) }));

  const queryOf = ({ report, by, from, until, origin, days, filter }: Asked): string =>
    new URLSearchParams([
      ['from', from], ['until', until], ['by', by.join(',') || 'none'],
      ...(report.startsWith('conversion') ? [['origin', origin], ['days', days === null ? 'none' : String(days)]] : []),
      ...(filter?.values.map((value) => ['filter', `${filter.dimension}:${value ?? ''}`]) ?? []),
    ]).toString();
  const ask = async (asked: Asked, who = lead): Promise<ReportView> => {
    const answer = await who.get(`/api/reports/${asked.report}?${queryOf(asked)}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<ReportView>();
  };

  // Ids become keys, and rows that are zero throughout (empty buckets) are no rows of the plain implementation.
  const isSomething = (numbers: readonly (number | null)[]): boolean => numbers.some((number) => number !== null && number !== 0);
  const tableOf = ({ rows }: ReportView, columns: number): PlainTable =>
    Object.fromEntries(rows.map(({ keys, numbers }) => [JSON.stringify(keys.map((key) => keyOf.get(key ?? '') ?? key)), numbers.slice(0, columns).map(Number)] as const).filter(([, numbers]) => isSomething(numbers)));
  const plainly = (given: GivenFacts, asked: Asked): PlainTable => {
    const plain = new Plain(given);
    const measures: Record<string, (of: PlainQuestion) => PlainTable> = {
      communications: (of) => plain.communications(of), 'customers-reached': (of) => plain.reached(of), 'reach-rate': (of) => plain.reachRate(of), 'new-customers': (of) => plain.newCustomers(of),
    };
    const table = (measures[asked.report] ?? ((of) => plain.conversion(of)))(asked);
    return Object.fromEntries(Object.entries(table).filter(([, numbers]) => isSomething(numbers)));
  };

  /** Runs a property on `runs` sets of data, each asked several questions. */
  const onAnyData = async (runs: number, check: (given: GivenFacts, asked: Asked) => Promise<void>): Promise<void> => {
    await fc.assert(
      fc.asyncProperty(facts(), fc.array(question(), { minLength: 8, maxLength: 8 }), async (given, questions) => {
        await clearFacts(world.database);
        await writeFacts(world.database, given, lead.person.id);
        for (const asked of questions) await check(given, asked);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  };

  it('agree with a plain count over arrays, rows and total', async () => {
    await onAnyData(25, async (given, asked) => {
      const answer = await ask(asked);
      const expected = plainly(given, asked);
      const width = Object.values(expected)[0]?.length ?? 0;
      // What stands at the end is also shown in buckets to come, which the answer leaves out.
      const untilToday = asked.report === 'new-customers' && asked.until > TODAY;
      if (!untilToday) expect([asked, tableOf(answer, width)]).toEqual([asked, expected]);
      const [total = []] = Object.values(plainly(given, { ...asked, by: [] }));
      expect([asked, answer.total.numbers.slice(0, total.length || undefined).map(Number)]).toEqual([asked, total.length ? total : answer.total.numbers.map(() => expect.any(Number))]);
    });
  }, 120_000);

  it('add up to the total, narrow with a filter, grow with the period, and shrink with the scope', async () => {
    await onAnyData(15, async (given, asked) => {
      const answer = await ask(asked);
      const isAdditive = asked.by.length === 1 && ADDITIVE[asked.report]?.includes(asked.by[0] ?? '');
      if (isAdditive) answer.columns.forEach(({ key }, i) => {
        if (key !== 'never_contacted') expect([asked, key, answer.rows.reduce((sum, { numbers }) => sum + Number(numbers[i]), 0)]).toEqual([asked, key, answer.total.numbers[i]]);
      });
      const least = async (wider: Asked, who?: TestActor): Promise<void> => {
        const other = await ask({ ...wider, by: [] }, who);
        answer.total.numbers.forEach((number, i) => expect([asked, Number(number) <= Number(other.total.numbers[i])]).toEqual([asked, true]));
      };
      const { filter: _filter, ...unfiltered } = asked;
      await least(unfiltered);
      // What there is at a later end may be fewer: only what happens in a period can not shrink.
      if (asked.report !== 'new-customers') await least({ ...asked, from: plus(asked.from, -20), until: plus(asked.until, 20) });
      const mine = await ask({ ...asked, by: [] }, people[0]);
      mine.total.numbers.forEach((number, i) => expect(Number(number)).toBeLessThanOrEqual(Number(answer.total.numbers[i])));
const counted = Object.values(plainly(given, { ...asked, by: [], owners: [people[0]!.person.id] }))[0] ?? [];
      expect([asked, mine.total.numbers.slice(0, counted.length)]).toEqual([asked, counted]);
    });
  }, 120_000);

  it('open to as many rows as each number says, for everybody in their scope', async () => {
    await onAnyData(8, async (_given, asked) => {
      for (const who of [lead, people[1] ?? lead]) {
        const answer = await ask(asked, who);
        const opened = [{ keys: null, numbers: answer.total.numbers }, ...answer.rows.slice(0, 4)];
        for (const { keys, numbers } of opened) for (const [i, { key }] of answer.columns.entries()) {
          if (numbers[i] === null) continue;
          const bucket = keys?.map((value, place) => `&bucket=${encodeURIComponent(`${asked.by[place]}:${value ?? ''}`)}`).join('') ?? '';
          const path = `/api/reports/${asked.report}/rows?${queryOf(asked)}&column=${key}${bucket}&limit=200`;
          let page = (await who.get(path)).json<ReportRowsView>();
          expect([asked, key, keys, page.count]).toEqual([asked, key, keys, numbers[i]]);
          const ids = [...page.communications, ...page.customers].map(({ id }) => id);
          while (page.next) {
            page = (await who.get(`${path}&cursor=${page.next}`)).json<ReportRowsView>();
            ids.push(...[...page.communications, ...page.customers].map(({ id }) => id));
          }
          expect(new Set(ids).size).toBe(numbers[i]);
          expect(ids.length).toBe(numbers[i]);
        }
      }
    });
  }, 240_000);

  it('export what they answer', async () => {
    await onAnyData(8, async (_given, asked) => {
      const answer = await ask(asked);
      const { body } = await lead.get(`/api/reports/${asked.report}/export.csv?${queryOf(asked)}`);
      const lines = body.trim().split('\r\n').slice(1);
      const last = lines.at(-1)?.split(',').slice(answer.dimensions.length, answer.dimensions.length + answer.columns.length);
      expect([asked, lines.length, last?.map((cell) => (cell === '' ? null : Number(cell)))]).toEqual([asked, answer.rows.length + 1, answer.total.numbers]);
    });
  }, 120_000);

  it('show a share only from ten on, and never a zero for nothing', async () => {
    await onAnyData(8, async (_given, asked) => {
      const { rows, total, rate } = await ask(asked);
      for (const { share } of [...rows, total]) {
        expect(share === null).toBe(rate === null);
        if (share && share.n < 10) expect(share).toMatchObject({ value: null, low: null, high: null });
        else if (share) expect(share.value).toBe(share.count / share.n);
      }
    });
  }, 120_000);
});
