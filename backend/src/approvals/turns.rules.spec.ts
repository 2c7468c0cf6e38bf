import fc from 'fast-check';
import { DECIDING_RULES, type DecidingRule } from './approval.entity.ts';
import { type Decision, type Voice, mayDecide, outcomeOf, turnsOf } from './turns.rules.ts';

const voices = (...decisions: (Decision | null)[]): Voice[] => decisions.map((decision, position) => ({ personId: 'abcdef'[position]!, position, decision }));
const [yes, no, open] = ['approved', 'returned', null] as const;

describe('what deciders come to', () => {
  const cases: [DecidingRule, (Decision | null)[], Decision | 'waiting', string][] = [
    ['any', [open, open], 'waiting', 'ab'], ['any', [yes, open], 'approved', ''], ['any', [open, no], 'returned', ''],
    ['all', [open, open], 'waiting', 'ab'], ['all', [open, yes], 'waiting', 'a'], ['all', [yes, yes], 'approved', ''], ['all', [yes, no], 'returned', ''], ['all', [no, open], 'returned', ''],
    ['in_order', [open, open, open], 'waiting', 'a'], ['in_order', [yes, open, open], 'waiting', 'b'], ['in_order', [yes, yes, yes], 'approved', ''], ['in_order', [yes, no, open], 'returned', ''],
  ];
  it.each(cases)('%s of %j is %s, and waits for "%s"', (rule, decisions, outcome, waiting) => {
    expect([outcomeOf(rule, voices(...decisions)), turnsOf(rule, voices(...decisions)).join('')]).toEqual([outcome, waiting]);
  });

  it('is settled or waits for somebody who has not spoken, never both, whatever the order of the rows', () => {
    const any = fc.record({ rule: fc.constantFrom(...DECIDING_RULES), said: fc.array(fc.constantFrom(yes, no, open), { minLength: 1, maxLength: 6 }) });
    fc.assert(fc.property(any, fc.integer(), ({ rule, said }, seed) => {
      const all = voices(...said);
      const turns = turnsOf(rule, [...all].sort((a, b) => ((a.position * seed) % 7) - ((b.position * seed) % 7)));
      expect(turns.length === 0).toBe(outcomeOf(rule, all) !== 'waiting');
      expect(turns.every((id) => all.find(({ personId }) => personId === id)?.decision === null)).toBe(true);
      expect(new Set(turnsOf(rule, all))).toEqual(new Set(turns));
    }));
  });

  it('comes to an end when those whose turn it is speak, one by one, and each speaks once', () => {
    fc.assert(fc.property(fc.constantFrom(...DECIDING_RULES), fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()), (rule, count, stream) => {
      let all = voices(...Array.from({ length: count }, () => null));
      for (const n of stream) {
        const turns = turnsOf(rule, all);
        if (turns.length === 0) break;
        const speaker = turns[n % turns.length];
        all = all.map((voice) => (voice.personId === speaker ? { ...voice, decision: n % 5 === 0 ? no : yes } : voice));
      }
      const spoken = all.filter(({ decision }) => decision !== null);
      expect(outcomeOf(rule, all)).toBe(spoken.some(({ decision }) => decision === no) ? 'returned' : 'approved');
      if (rule === 'any') expect(spoken).toHaveLength(1);
      if (rule === 'in_order') expect(spoken.map(({ position }) => position)).toEqual(spoken.map((_voice, i) => i));
    }));
  });
});

describe('who may decide', () => {
  const [boss, admin] = [{ id: 'boss', isAdministrator: false }, { id: 'admin', isAdministrator: true }];
  it('is never whose own matter it is, unless an administrator is the only one who could', () => {
    expect(mayDecide([boss, admin], ['admin'])).toEqual([boss]);
    expect(mayDecide([boss, admin], ['boss'])).toEqual([admin]);
    expect(mayDecide([admin], ['admin'])).toEqual([admin]);
    expect(mayDecide([boss], ['boss'])).toEqual([]);
    expect(mayDecide([boss, admin], ['boss', 'admin'])).toEqual([admin]);
    expect(mayDecide([], [])).toEqual([]);
  });
});
