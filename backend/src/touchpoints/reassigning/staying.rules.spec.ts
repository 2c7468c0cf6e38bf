import { fullness, noDayReason } from './staying.rules.ts';

const window = { from: '2026-03-10', until: '2026-03-12', eligible: ['a', 'b'] };
const away = (fromOn: string, untilOn: string, half: 'morning' | null = null) => [{ fromOn, untilOn, half }];

describe('why a touchpoint stays', () => {
  it.each([
    ['absent', away('2026-03-12', '2026-03-13'), false], ['absent', away('2026-03-01', '2026-03-11'), true], ['no_day', away('2026-03-13', '2026-03-20'), false],
    ['no_day', away('2026-03-01', '2026-03-10'), false], ['agreed_day', away('2026-03-10', '2026-03-11', 'morning'), true],
  ] as const)('is %s with absences %j', (reason, absences, isAgreed) => {
    expect(noDayReason(window, isAgreed, (id) => (id === 'b' ? absences : []))).toBe(reason);
    expect(noDayReason({ ...window, eligible: ['a'] }, isAgreed, (id) => (id === 'b' ? absences : []))).toBe(isAgreed ? 'agreed_day' : 'no_day');
  });

  it('is that a day holds more than fits, with what comes to it', () => {
    const takers = [{ id: 'a', openDays: ['2026-03-10'], load: new Map([['2026-03-10', 1]]) }];
    const isFull = (count: number) => fullness(takers, Array.from({ length: count }, () => ({ ownerId: 'a', on: '2026-03-10' })), 2)('a', '2026-03-10');
    expect([isFull(0), isFull(1), isFull(2), fullness(takers, [], 0)('b', '2026-03-10')]).toEqual([false, false, true, false]);
  });
});
