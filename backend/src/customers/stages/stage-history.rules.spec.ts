import fc from 'fast-check';
import { momentOf, wrongWithChange } from './stage-changes.rules.ts';
import { type DatedChange, type StageOfKind, inOrder, misplaced, stageBefore, stateOf } from './stage-history.rules.ts';

const stages: StageOfKind[] = [{ id: 'new', kind: 'open' }, { id: 'talk', kind: 'open' }, { id: 'won', kind: 'won' }, { id: 'lost', kind: 'lost' }, { id: 'asleep', kind: 'dormant' }];
const changes = (...given: [toStageId: string, day: number][]): DatedChange[] => given.map(([toStageId, day], i) => ({ id: `id${i}`, fromStageId: null, toStageId, changedAt: new Date(day * 86_400_000) }));

describe('the history of a stage', () => {
  it('is at the stage of the latest change, whenever that was recorded', () => {
    expect(stateOf(changes(['new', 1], ['lost', 9], ['talk', 5]), stages)).toEqual({ stageId: 'lost', stageSince: new Date(9 * 86_400_000), isOpen: false, convertedAt: null });
    expect(stateOf([], stages)).toBeNull();
  });

  it('converts with the first change into a won stage, and stays converted', () => {
    expect(stateOf(changes(['new', 1], ['won', 6], ['lost', 9], ['won', 4]), stages)).toMatchObject({ stageId: 'lost', convertedAt: new Date(4 * 86_400_000) });
  });

  it('knows the stage before a moment, the later recorded one of two at the same moment', () => {
    const all = changes(['new', 1], ['talk', 3], ['won', 3]);
    expect([0, 1, 2, 3, 4].map((day) => stageBefore(all, new Date(day * 86_400_000)))).toEqual([null, 'new', 'new', 'won', 'won']);
  });

  it('forms a chain after the misplaced ones are put right', () => {
    const change = fc.record({ toStageId: fc.constantFrom('new', 'talk', 'won', 'lost'), day: fc.integer({ min: 0, max: 9 }) });
    fc.assert(fc.property(fc.array(change, { maxLength: 8 }), (given) => {
      const all = changes(...given.map(({ toStageId, day }): [string, number] => [toStageId, day]));
      const right = new Map(misplaced(all).map(({ id, fromStageId }) => [id, fromStageId]));
      const ordered = inOrder(all.map((one) => (right.has(one.id) ? { ...one, fromStageId: right.get(one.id) ?? null } : one)));
      expect(ordered.every(({ fromStageId }, i) => fromStageId === (ordered[i - 1]?.toStageId ?? null))).toBe(true);
    }));
  });
});

describe('a change of stage', () => {
  const now = new Date('2026-03-10T02:00:00Z');

  it('is at its instant, at the last moment of its day, or now', () => {
    const at = (given: { on?: string; at?: string }): string => momentOf(given, now, 'Asia/Shanghai').toISOString();
    expect([at({}), at({ on: '2026-03-10' }), at({ on: '2026-03-09' }), at({ at: '2026-03-01T08:00:00+08:00' })]).toEqual([now.toISOString(), now.toISOString(), '2026-03-09T15:59:59.999Z', '2026-03-01T00:00:00.000Z']);
  });

  it.each<[string, Partial<{ at: Date; amount: number; reason: string }>, string[]]>([
    ['won', { amount: 5 }, []], ['won', {}, []], ['talk', { amount: 5 }, ['amount only_when_won']], ['lost', {}, ['reason required']], ['lost', { reason: 'price' }, []], ['talk', { reason: 'why' }, []],
    ['nowhere', {}, ['stageId unknown_stage']], ['talk', { at: new Date('2026-03-10T02:00:00.001Z') }, ['at in_the_future']],
  ])('to %s with %j is refused for %j', (id, given, expected) => {
    const errors = wrongWithChange({ at: now, amount: null, reason: null, ...given }, stages.find((stage) => stage.id === id), now);
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});
