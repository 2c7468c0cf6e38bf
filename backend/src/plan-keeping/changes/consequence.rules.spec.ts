import fc from 'fast-check';
import { addDays } from '../../kernel/index.ts';
import { type KeptReason, type Standing, type Wanted, consequenceOf, needsDecision } from './consequence.rules.ts';

const now: Standing = {
  state: 'scheduled', closedReason: null, ownerId: 'a', dueOn: '2026-03-10', windowFrom: '2026-03-03', windowUntil: '2026-03-17', timesMoved: 0, isPromised: false, isSurplus: false, isRewritten: false, isOwnerChanged: false,
};
const same: Wanted = { ownerId: 'b', dueOn: '2026-03-12', windowFrom: '2026-03-03', windowUntil: '2026-03-17' };
const later: Wanted = { ownerId: 'b', dueOn: '2026-03-20', windowFrom: '2026-03-13', windowUntil: '2026-03-27' };
const wider: Wanted = { ...later, windowFrom: '2026-03-01' };

describe('what a change of its plan does with a touchpoint', () => {
  it.each<[string, Partial<Standing>, Wanted | null, KeptReason | null, unknown[]]>([
    ['what is done stays', { state: 'done' }, later, null, ['kept', 'done', null]],
    ['what was missed stays', { state: 'missed', closedReason: 'window_over' }, later, null, ['kept', 'missed', null]],
    ['what somebody cancelled stays', { state: 'cancelled', closedReason: 'Closed for good' }, later, null, ['kept', 'cancelled_by_hand', null]],
    ['what the plan cancelled comes back', { state: 'cancelled', closedReason: 'plan_changed' }, later, null, ['added', null, null]],
    ['what is not in the plan any more goes', { isSurplus: true }, null, null, ['cancelled', null, null]],
    ['nothing changes', {}, same, null, ['kept', 'unchanged', null]],
    ['another window gives another day', {}, later, null, ['moved', null, ['a', '2026-03-20']]],
    ['a day moved by hand stays inside of the new window', { timesMoved: 1 }, wider, null, ['kept', 'moved_by_hand', ['a', '2026-03-10']]],
    ['and moves when it is outside', { timesMoved: 1 }, later, null, ['moved', null, ['a', '2026-03-20']]],
    ['a promised day stays', { isPromised: true }, later, null, ['kept', 'promised', ['a', '2026-03-10']]],
    ['another person takes over', { isOwnerChanged: true }, same, null, ['changed', null, ['b', '2026-03-10']]],
    ['and the new window with it', { isOwnerChanged: true }, later, null, ['moved', null, ['b', '2026-03-20']]],
    ['other texts', { isRewritten: true }, same, null, ['changed', null, ['a', '2026-03-10']]],
    ['its window is over', {}, null, null, ['kept', 'window_over', null]],
    ['the customer does not want the channel', {}, null, 'do_not_contact', ['kept', 'do_not_contact', null]],
  ])('%s', (_name, given, wanted, obstacle, expected) => {
    const found = consequenceOf({ ...now, ...given }, wanted, obstacle);
    expect([found?.effect, found?.reason, found?.write && [found.write.ownerId, found.write.dueOn]]).toEqual(expected);
  });

  it('is nothing for what the plan cancelled and does not want', () => expect(consequenceOf({ ...now, state: 'cancelled', closedReason: 'left_audience' }, null, null)).toBeNull());

  const aDay = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-03-01', n));
  const aWindow = fc.tuple(aDay, fc.integer({ min: 0, max: 20 })).chain(([windowFrom, days]) => fc.integer({ min: 0, max: days }).map((at) => ({ windowFrom, windowUntil: addDays(windowFrom, days), dueOn: addDays(windowFrom, at) })));

  it('is the same when it is done again, keeps days inside of the window, and touches nothing but what is open', () => {
    fc.assert(fc.property(fc.constantFrom('scheduled', 'done', 'missed', 'cancelled'), aWindow, aWindow, fc.integer({ min: 0, max: 2 }), fc.boolean(), (state, before, after, timesMoved, isOwnerChanged) => {
      const standing: Standing = { ...now, ...before, state, timesMoved, isOwnerChanged };
      const wanted = { ownerId: 'b', ...after };
      const found = consequenceOf(standing, wanted, null);
      if (state !== 'scheduled') return expect(found?.write ?? null).toBeNull();
      const { write } = found!;
      if (!write) return;
      expect(write.dueOn >= after.windowFrom && write.dueOn <= after.windowUntil).toBe(true);
      expect(consequenceOf({ ...standing, ...write }, wanted, null)).toEqual({ effect: 'kept', reason: 'unchanged', write: null });
    }));
  });
});

describe('whether a change needs a decision', () => {
  it.each([[100, 10, 0, false], [100, 11, 0, true], [100, 30, 25, false], [100, 0, 50, false], [0, 1, 0, true], [0, 0, 0, false]])('%i contacts, %i more, %i less: %s', (before, added, cancelled, wanted) =>
    expect(needsDecision({ before, added, cancelled })).toBe(wanted));
});
