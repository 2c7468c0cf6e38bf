import fc from 'fast-check';
import type { ContactKind } from '../channels/index.ts';
import { PLACEHOLDERS, followedOf, nearestNorm, pointsOf, renderedScript, unknownPlaceholders } from './norm.rules.ts';

const norm = (normId: string, channelId: string | null, contactKind: ContactKind | null) => ({ normId, channelId, contactKind });
const OF_ITEM = norm('item', null, null);
const OF_CHANNEL = norm('channel', 'phone', null);
const OF_KIND = norm('kind', null, 'personal');

describe('the norm of a contact', () => {
  it.each([
    [[OF_ITEM, OF_CHANNEL, OF_KIND], { itemNormId: 'item', channelId: 'phone', contactKind: 'personal' }, 'item', 'item'],
    [[OF_ITEM, OF_CHANNEL, OF_KIND], { itemNormId: null, channelId: 'phone', contactKind: 'personal' }, 'channel', 'channel'],
    [[OF_ITEM, OF_CHANNEL, OF_KIND], { itemNormId: null, channelId: 'visit', contactKind: 'personal' }, 'kind', 'kind'],
    [[OF_CHANNEL, OF_KIND], { itemNormId: 'archived', channelId: 'phone', contactKind: 'personal' }, 'channel', 'channel'],
    [[OF_KIND], { itemNormId: null, channelId: null, contactKind: 'personal' }, 'kind', 'kind'],
  ] as const)('is the nearest of %j for %j: that of the %s', (inUse, contact, normId, because) => {
    expect(nearestNorm(inUse, contact)).toEqual({ norm: expect.objectContaining({ normId }) as unknown, because });
  });

  it('is none where no norm is for the channel or the kind, and a norm for items is never taken for another', () => {
    expect(nearestNorm([OF_ITEM, OF_CHANNEL], { itemNormId: null, channelId: null, contactKind: null })).toBeNull();
    expect(nearestNorm([OF_ITEM, OF_CHANNEL], { itemNormId: null, channelId: 'visit', contactKind: 'meeting' })).toBeNull();
  });
});

describe('a script', () => {
  it.each([
    ['Hello {contact}, this is {me} of {company}.', 'Hello Ms Wang, this is Li Na of Harbour.'],
    ['{ Customer }: {purpose}', 'Blue Bay: ____'],
    ['{联系人}您好，我是{公司}的{我}', 'Ms Wang您好，我是Harbour的Li Na'],
    ['{聯絡人}', 'Ms Wang'],
    ['{price} {', '{price} {'],
  ])('%s reads %s', (script, text) => expect(renderedScript(script, { contact: 'Ms Wang', me: 'Li Na', company: 'Harbour', customer: 'Blue Bay', purpose: ' ', place: null })).toBe(text));

  it('names the placeholders that mean nothing', () => {
    expect(unknownPlaceholders('{me} {price} {客户} {price} {价格}')).toEqual(['price', '价格']);
  });

  it('never reads a value as a placeholder, and without braces says what was written', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (script, value) => {
      const plain = script.replace(/[{}]/g, '');
      expect(renderedScript(plain, { me: value })).toBe(plain);
      const braced = `{me}${value.replace(/[{}]/g, '')}`;
      expect(renderedScript('{customer}', { customer: braced, me: 'x' })).toBe(braced.trim());
      for (const name of PLACEHOLDERS) expect(unknownPlaceholders(`{${name}}`)).toEqual([]);
    }));
  });
});

describe('a checklist', () => {
  it('keeps the identifiers of its points, gives each new one its own, and takes none from elsewhere', () => {
    let next = 0;
    const before = [{ id: 'a', text: 'Name', isRequired: true }, { id: 'b', text: 'Need', isRequired: false }];
    const given = [{ id: 'b', text: 'Needs', isRequired: true }, { text: 'New', isRequired: false }, { id: 'x', text: 'Foreign', isRequired: false }, { id: 'b', text: 'Twice', isRequired: false }];
    expect(pointsOf(given, before, () => `n${++next}`).map(({ id }) => id)).toEqual(['b', 'n1', 'n2', 'n3']);
  });

  it('is followed as far as its required points are ticked', () => {
    const point = fc.record({ id: fc.uuid(), text: fc.constant('x'), isRequired: fc.boolean() });
    fc.assert(fc.property(fc.uniqueArray(point, { selector: ({ id }) => id }), fc.array(fc.boolean()), (checklist, marks) => {
      const ticked = checklist.filter((_, i) => marks[i]).map(({ id }) => id);
      const { required, tickedRequired } = followedOf(checklist, ticked);
      expect(tickedRequired).toBeLessThanOrEqual(required);
      expect(followedOf(checklist, checklist.map(({ id }) => id)).tickedRequired).toBe(required);
      expect(tickedRequired).toBe(checklist.filter(({ id, isRequired }) => isRequired && ticked.includes(id)).length);
    }));
  });
});
