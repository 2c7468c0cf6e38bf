import fc from 'fast-check';
import { type TestActor, World } from '../../../test/world.ts';
import type { CustomerView } from '../customer.dto.ts';
import { allPagesOf, countOf, customerOf } from '../customers.testing.ts';
import { NameStatistics } from './name-statistics.ts';
import type { SearchHitView } from './search.dto.ts';

describe('the search', () => {
  let world: World;
  let anna: TestActor;
  let ids: Map<string, string>;
  beforeAll(async () => {
    world = await World.open();
    anna = await world.person();
    const person = (name: string, phone?: string) => customerOf(anna, { name, kind: 'person', ...(phone ? { contactPoints: [{ kind: 'phone', value: phone }] } : {}) });
    const company = (name: string, people: string[] = [], email?: string) =>
      customerOf(anna, { name, kind: 'organisation', ...(email ? { contactPoints: [{ kind: 'email', value: email }] } : {}), contactPeople: people.map((one, i) => ({ name: one, contactPoints: i ? [] : [{ kind: 'phone', value: '010-6655 4433' }] })) });
    const all = [
      await person('王小明', '+86 138-1234-5678'), await person('王明'), await person('曾国藩', '139 0000 5678'), await person('吕布'), await person('李娜'), await company('重庆第一银行', ['单雄信', '赵敏']),
      await company('上海华为技术有限公司', [], 'sales.hw@example.cn'), await company('First Bank of Beijing'), await company('Müller & Söhne GmbH', ["Seán O'Neill"]), await company('100% _x_ Ltd'),
    ];
    ids = new Map(all.map(({ id, name }) => [id, name]));
  });
  afterAll(() => world.close());

  const search = async (q: string, actor = anna, limit = '20'): Promise<SearchHitView[]> => (await actor.get(`/api/search?${new URLSearchParams({ q, limit }).toString()}`)).json<{ items: SearchHitView[] }>().items;
  const found = async (q: string): Promise<string[]> => (await search(q)).map(({ name, matched, detail }) => [name, matched, ...(detail ? [detail] : [])].join(' · '));

  it.each([
    ['王小明', ['王小明 · name']], ['小明', ['王小明 · name']], ['王明', ['王明 · name', '王小明 · name']], ['明王', ['王明 · name', '王小明 · name']], ['银庆', ['重庆第一银行 · name']],
    ['wang xiaoming', ['王小明 · pinyin']], ['WangXM', []], ['wxm', ['王小明 · initials']], ['zeng', ['曾国藩 · pinyin']], ['ceng', ['曾国藩 · pinyin']], ['cgf', ['曾国藩 · initials']], ['cq', ['重庆第一银行 · initials']], ['yinhang', ['重庆第一银行 · pinyin']], ['zhongqing', []], ['dan xiong', ['重庆第一银行 · person · 单雄信']], ['zgf', ['曾国藩 · initials']], ['lvbu', ['吕布 · pinyin']], ['lubu', ['吕布 · pinyin']],
    ['hwjs', ['上海华为技术有限公司 · initials']], ['huawei', ['上海华为技术有限公司 · pinyin']], ['chongqing', ['重庆第一银行 · pinyin']], ['bank beij', ['First Bank of Beijing · name']], ['muller sohne', ['Müller & Söhne GmbH · name']],
    ['赵敏', ['重庆第一银行 · person · 赵敏']], ['shan xiong', ['重庆第一银行 · person · 单雄信']], ['zm', ['重庆第一银行 · person · 赵敏']], ['sean oneill', ["Müller & Söhne GmbH · person · Seán O'Neill"]],
    ['4433', ['重庆第一银行 · phone · 010-6655 4433', 'Müller & Söhne GmbH · phone · 010-6655 4433']], ['13812345678', ['王小明 · phone · +86 138-1234-5678']], ['+86 138 1234 5678', ['王小明 · phone · +86 138-1234-5678']],
    ['0013', []], ['5678', ['曾国藩 · phone · 139 0000 5678', '王小明 · phone · +86 138-1234-5678']], ['1066554433', ['重庆第一银行 · phone · 010-6655 4433', 'Müller & Söhne GmbH · phone · 010-6655 4433']],
    ['sales', ['上海华为技术有限公司 · email · sales.hw@example.cn']], ['sales.hw', ['上海华为技术有限公司 · email · sales.hw@example.cn']], ['Sales.HW@example.cn', ['上海华为技术有限公司 · email · sales.hw@example.cn']], ['example.cn', []],
    ['100', ['100% _x_ Ltd · name']], ['x_ ltd', ['100% _x_ Ltd · name']], ['%%%', []], ['___', []], ["'; --", []], ['w', []], ['12', []], ['—', []], ['不存在', []], ['🏳️‍🌈', []],
  ])('for %s finds %j', async (q, expected) => expect((await found(q)).sort()).toEqual([...expected].sort()));

  it('puts the very name first, then names that begin with the words, then those that hold them', async () => {
    expect(await found('王明')).toEqual(['王明 · name', '王小明 · name']);
    expect((await found('wang')).slice(0, 2).sort()).toEqual(['王小明 · pinyin', '王明 · pinyin']);
  });

  it('answers no more than was asked for', async () => expect(await search('wang', anna, '1')).toHaveLength(1));

  it.each([['张伟', '張偉'], ['張偉', '张伟'], ['臺灣貿易', '台湾贸易公司'], ['台湾', '臺灣貿易'], ['台灣', '臺灣貿易'], ['偉張', '张伟'], ['cq', '重慶銀行']])('for %s finds %s: simplified and traditional characters are one', async (q, name) => {
    const { id } = await customerOf(anna, { name, kind: name.length < 3 ? 'person' : 'organisation' });
    expect((await search(q)).map((hit) => hit.id)).toContain(id);
    expect((await allPagesOf(anna, { q })).map((customer) => customer.id)).toContain(id);
    await anna.post(`/api/customers/${id}/archival`);
  });

  it('leaves archived customers out, and finds them again once restored', async () => {
    const { id } = await customerOf(anna, { name: '特别公司', kind: 'organisation', contactPoints: [{ kind: 'phone', value: '77665544' }] });
    await anna.post(`/api/customers/${id}/archival`);
    expect([await search('特别'), await search('5544')]).toEqual([[], []]);
    await anna.delete(`/api/customers/${id}/archival`);
    expect((await search('特别')).map((hit) => hit.id)).toEqual([id]);
    await anna.post(`/api/customers/${id}/archival`);
  });

  it('follows a new name, and people who come and go', async () => {
    const { id, version } = await customerOf(anna, { name: 'Before', kind: 'organisation', contactPeople: [{ name: 'Quentin' }] });
    expect((await search('quent')).map((hit) => hit.id)).toEqual([id]);
    await anna.patch(`/api/customers/${id}`, { name: '之后', contactPeople: [{ name: 'Xaver' }] }, { 'if-match': String(version) });
    expect([(await search('before')).length, (await search('quent')).length, (await search('zhihou'))[0]?.id, (await search('xaver'))[0]?.detail]).toEqual([0, 0, id, 'Xaver']);
    await anna.post(`/api/customers/${id}/archival`);
  });

  it('finds nothing for a query that holds no letter, and refuses none or too long a one', async () => {
    expect((await anna.get('/api/search')).statusCode).toBe(422);
    expect((await anna.get(`/api/search?q=${'a'.repeat(101)}`)).statusCode).toBe(422);
    expect((await anna.get('/api/search?q=abc&limit=51')).statusCode).toBe(422);
  });

  it('bears whatever is typed', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (q) => {
      const answer = await anna.get(`/api/search?${new URLSearchParams({ q }).toString()}`);
      expect([200, 422]).toContain(answer.statusCode);
    }), { numRuns: 150 });
  });

  it('and the list with the same words have the same customers', async () => {
    const part = fc.constantFrom('王', '明', '小明', 'wang', 'w', 'xm', 'bank', 'bei', '5678', '678', 'lu', 'zhao', '行', '司', 'sal', '单', 'x_', 'o\'n');
    await fc.assert(fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 2 }), async (parts) => {
      const q = parts.join(' ');
      const listed = (await allPagesOf(anna, { q })).map(({ id }) => id).sort();
      expect((await search(q, anna, '50')).map(({ id }) => id).sort()).toEqual(listed);
      expect(await countOf(anna, { q })).toBe(listed.length);
    }), { numRuns: 80 });
  });

  describe('for a word that very many customers have', () => {
    // As if each of a hundred thousand customers was called that.
    beforeAll(() => {
      Object.assign(world.app.get(NameStatistics), { known: { shares: new Map([['ang', 0.9], ['王', 0.8]]), sample: [' 王明| wang ming| wm\n bank| zhao'], weight: 100_000, readAt: world.clock.now().getTime() } });
    });

    it.each([['王', ['王小明', '王明']], ['wang', ['王小明', '王明']], ['王明', ['王小明', '王明']], ['bank', ['First Bank of Beijing']], ['zh', ['重庆第一银行']]])('such as %s, finds the same: %j', async (q, expected) => {
      expect((await search(q)).map(({ name }) => name).sort()).toEqual([...expected].sort());
      expect((await allPagesOf(anna, { q })).map(({ id }) => ids.get(id)).sort()).toEqual([...expected].sort());
      expect(await countOf(anna, { q })).toBe(expected.length);
    });

    it('prefers the customers contacted last, but for those whose very name it is', async () => {
      const people: CustomerView[] = [];
      for (let i = 0; i < 8; i++) people.push(await customerOf(anna, { name: `王大${'甲乙丙丁戊己庚辛'[i]}`, kind: 'person' }));
      for (const [i, { id }] of people.entries()) await world.database.query('UPDATE customers SET last_contact_at = $2 WHERE id = $1', [id, new Date(Date.UTC(2026, 0, 1 + i))]);
      const last = (await search('王', anna, '3')).map(({ name }) => name);
      expect(last).toEqual(['王大辛', '王大庚', '王大己']);
      expect((await search('王明', anna, '1')).map(({ name }) => name)).toEqual(['王明']);
    });
  });
});

describe('possible duplicates', () => {
  let world: World;
  let anna: TestActor;
  beforeAll(async () => {
    world = await World.open();
    anna = await world.person();
    await customerOf(anna, { name: '华为技术有限公司', contactPoints: [{ kind: 'phone', value: '021 5555 6666' }], contactPeople: [{ name: 'A', contactPoints: [{ kind: 'email', value: 'A@hw.cn' }] }] });
    await customerOf(anna, { name: '花为技术有限公司' });
  });
  afterAll(() => world.close());

  const of = async (query: Record<string, string>, actor = anna): Promise<string[]> =>
    (await actor.get(`/api/customers/duplicates?${new URLSearchParams(query).toString()}`)).json<{ items: SearchHitView[] }>().items.map(({ name, matched, detail }) => `${name} ${matched} ${detail}`);

  it.each<[Record<string, string>, string[]]>([
    [{ name: '华为技术' }, ['华为技术有限公司 name null']], [{ phone: '+86 (21) 5555-6666' }, ['华为技术有限公司 phone 021 5555 6666']], [{ phone: '56666' }, []], [{ email: 'a@HW.CN' }, ['华为技术有限公司 email A@hw.cn']],
    [{ email: 'a@hw' }, []], [{ name: '华为技术有限公司', phone: '02155556666', email: 'a@hw.cn' }, ['华为技术有限公司 phone 021 5555 6666']], [{}, []], [{ name: '華為技術' }, ['华为技术有限公司 name null']], [{ name: 'x' }, []],
  ])('of %j are %j', async (query, expected) => expect(await of(query)).toEqual(expected));

  it('are only those that the actor sees', async () => expect(await of({ name: '华为技术', phone: '02155556666', email: 'a@hw.cn' }, await world.person())).toEqual([]));
});

describe('suggestions', () => {
  let world: World;
  let anna: TestActor;
  beforeAll(async () => {
    world = await World.open();
    anna = await world.person();
    for (const [source, tags] of [['Trade fair', ['vip', 'éclair']], ['Trade fair', ['vip']], ['Website', []], ['fairground', ['%x']]] as const) await customerOf(anna, { source, tags: [...tags] });
    const { id } = await customerOf(anna, { source: 'Archived fair' });
    await anna.post(`/api/customers/${id}/archival`);
  });
  afterAll(() => world.close());

  const of = async (query: Record<string, string>, actor = anna) => (await actor.get(`/api/customers/suggestions?${new URLSearchParams(query).toString()}`)).json<{ items: string[] }>().items;

  it.each<[Record<string, string>, string[]]>([
    [{ field: 'source' }, ['Trade fair', 'Website', 'fairground']], [{ field: 'source', q: 'FAIR' }, ['fairground', 'Trade fair']], [{ field: 'tags', q: 'E' }, ['éclair']], [{ field: 'tags' }, ['vip', '%x', 'éclair']],
    [{ field: 'tags', q: '%' }, ['%x']], [{ field: 'industry' }, []],
  ])('for %j are %j', async (query, expected) => expect(await of(query)).toEqual(expected));

  it('hold no value of a customer out of sight', async () => expect(await of({ field: 'source' }, await world.person())).toEqual([]));

  it('are of four fields only', async () => expect((await anna.get('/api/customers/suggestions?field=note')).statusCode).toBe(422));
});
