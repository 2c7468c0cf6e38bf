import fc from 'fast-check';
import { DEFAULT_WEEK, type WorkingCalendar, addDays, isWorkingDay, nextWorkingDay, rangeOfDays, shiftsOn, textOfShifts, weekOf, workingHoursBetween } from '../../kernel/index.ts';
import { type AwayDays, dueInFact, isLate, returnsOf, withAbsences } from './absence.rules.ts';

const calendar: WorkingCalendar = { week: DEFAULT_WEEK, exceptions: new Map([['2026-10-05', 'holiday'], ['2026-10-10', 'working']]), timeZone: 'Asia/Shanghai' };
const away = (fromOn: string, untilOn: string, half: AwayDays['half'] = null): AwayDays => ({ fromOn, untilOn, half });

describe('somebody who is away', () => {
  it('has closed days, make-up days too, and works the other half of a half day', () => {
    const of = withAbsences(calendar, [away('2026-10-08', '2026-10-11'), away('2026-10-12', '2026-10-13', 'morning'), away('2026-10-13', '2026-10-14', 'afternoon'), away('2026-10-17', '2026-10-18', 'morning')]);
    expect(['2026-10-07', '2026-10-08', '2026-10-10', '2026-10-12', '2026-10-13', '2026-10-17'].map((day) => textOfShifts(shiftsOn(day, of)))).toEqual(['09:00-18:00', '', '', '13:30-18:00', '09:00-13:30', '']);
    expect(withAbsences(calendar, [])).toBe(calendar);
  });

  it('is off the whole day with both halves off', () => {
    const of = withAbsences(calendar, [away('2026-10-12', '2026-10-13', 'morning'), away('2026-10-12', '2026-10-13', 'afternoon')]);
    expect([isWorkingDay('2026-10-12', of), nextWorkingDay('2026-10-12', of)]).toEqual([false, '2026-10-13']);
  });

  it.each([
    ['2026-10-07', '2026-10-09', false, 'while away nothing is late'], ['2026-10-01', '2026-10-09', false, 'not even what was late before'], ['2026-10-07', '2026-10-12', false, 'on the first day back it is due'],
    ['2026-10-07', '2026-10-13', true, 'the day after it is late'], ['2026-10-01', '2026-10-12', true, 'what was late before is late again'], ['2026-10-06', '2026-10-06', false, 'due today'],
  ])('due %s, on %s late: %s (%s)', (dueOn, today, late) => {
    const absences = [away('2026-10-07', '2026-10-10'), away('2026-10-10', '2026-10-11')];
    expect(isLate(dueOn, today, returnsOf(absences, withAbsences(calendar, absences)))).toBe(late);
  });

  it('is back on the first day that is worked after all absences, or on the last of one that never ends', () => {
    const absences = [away('2026-10-01', '2026-10-03'), away('2026-10-06', '2026-10-07')];
    expect(returnsOf(absences, withAbsences(calendar, absences)).map(({ backOn }) => backOn)).toEqual(['2026-10-07', '2026-10-07']);
    const never = { ...calendar, week: weekOf([]), exceptions: new Map() };
    expect(returnsOf([away('2026-10-01', '2026-10-03')], never)).toEqual([{ fromOn: '2026-10-01', untilOn: '2026-10-03', backOn: '2026-10-03' }]);
    expect(returnsOf([away('2026-10-01', '2026-10-02', 'morning')], calendar)).toEqual([]);
  });

  it('never works while away, never is due earlier than meant, and never on a closed day when away', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-09-15', n));
    const absence = fc.tuple(day, fc.integer({ min: 1, max: 20 })).map(([from, length]) => away(from, addDays(from, length)));
    fc.assert(fc.property(fc.array(absence, { maxLength: 5 }), day, (absences, dueOn) => {
      const of = withAbsences(calendar, absences);
      for (const { fromOn, untilOn } of absences) {
        expect(rangeOfDays(fromOn, untilOn).some((on) => isWorkingDay(on, of))).toBe(false);
        expect(workingHoursBetween(new Date(`${fromOn}T00:00:00+08:00`), new Date(`${untilOn}T00:00:00+08:00`), of)).toBe(0);
      }
      const due = dueInFact(dueOn, returnsOf(absences, of));
      expect(due >= dueOn && (due === dueOn || isWorkingDay(due, of))).toBe(true);
    }));
  });
});
