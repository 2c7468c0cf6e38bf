import { TestBed } from '@angular/core/testing';
import { aSession, provideTesting, ready } from '../../../testing';
import { Session } from '../session';
import { Drafts } from './drafts';

interface Typed { note: string; channel: string }

describe('a draft', () => {
  const reload = async (person = '1', today = '2026-03-04'): Promise<Drafts> => {
    TestBed.resetTestingModule().configureTestingModule({ providers: [provideTesting()] });
    await ready(aSession({ person: { id: person }, organisation: { today } }));
    return TestBed.inject(Drafts);
  };

  test('survives a reload, with the key of the record it will become', async () => {
    const draft = (await reload()).open<Typed>('log-contact');
    expect(draft.restored).toBeUndefined();
    draft.save({ note: '报价已发' });
    const again = (await reload()).open<Typed>('log-contact');
    expect(again.restored).toEqual({ note: '报价已发' });
    expect(again.idempotencyKey).toBe(draft.idempotencyKey);
  });

  test('is gone once the server said yes, and the next record has another key', async () => {
    const draft = (await reload()).open<Typed>('log-contact');
    draft.save({ note: 'x' });
    const { idempotencyKey } = draft;
    draft.clear();
    expect(draft.idempotencyKey).not.toBe(idempotencyKey);
    expect((await reload()).open('log-contact').restored).toBeUndefined();
  });

  test('belongs to one person and one form', async () => {
    (await reload('1')).open<Typed>('log-contact').save({ note: 'mine' });
    expect((await reload('2')).open('log-contact').restored).toBeUndefined();
    expect((await reload('1')).open('log-contact/7').restored).toBeUndefined();
    expect((await reload('1')).open<Typed>('log-contact').restored).toEqual({ note: 'mine' });
  });

  test('outlives an expired session, and ends after two weeks', async () => {
    const drafts = await reload();
    drafts.open<Typed>('log-contact').save({ note: 'x' });
    await TestBed.inject(Session).accept(aSession());
    expect(drafts.open('log-contact').restored).toEqual({ note: 'x' });
    expect((await reload('1', '2026-03-19')).open('log-contact').restored).toBeUndefined();
  });

  test('says so when the browser refuses to store it, and bears rubbish', async () => {
    const drafts = await reload();
    localStorage.setItem('tangent.draft.1.form', '{');
    const draft = drafts.open('form');
    expect(draft.restored).toBeUndefined();
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new Error('QuotaExceededError'); });
    expect(draft.save({})).toBe(false);
    full.mockRestore();
  });
});
