import { type Shift, faultOfShifts, halfOf, noonOf, openWeekdays, shiftsOfText, textOfShifts, usualShifts, weekOf } from './working-week.ts';

const shifts = (text: string): Shift[] => shiftsOfText(text);

describe('a working week', () => {
  it.each(['', '09:00-18:00', '09:00-12:00 13:30-18:00', '00:00-24:00'])('keeps %j as a text', (text) => { expect(textOfShifts(shifts(text))).toBe(text); });

  it.each(['9-18', '09:00-', '09:00-12:00,13:00-14:00'])('refuses %j', (text) => { expect(() => shifts(text)).toThrow(RangeError); });

  it.each([
    ['09:00-12:00 12:00-18:00', null], ['09:00-09:00', { at: 0, code: 'must_be_after_start' }], ['22:00-06:00', { at: 0, code: 'must_be_after_start' }],
    ['09:00-12:00 11:59-13:00', { at: 1, code: 'shifts_overlap' }], ['13:00-14:00 09:00-10:00', { at: 1, code: 'shifts_overlap' }], ['', null],
  ])('%s has the fault %j', (text, fault) => { expect(faultOfShifts(shifts(text))).toEqual(fault); });

  it.each([
    ['09:00-18:00', '13:30'], ['09:00-12:00 13:00-18:00', '13:00'], ['08:00-11:00 12:00-15:00 16:00-19:00', '12:00'], ['08:00-09:00 15:00-16:00 16:30-18:00', '15:00'], ['09:00-09:01', '09:00'],
  ])('of %s the afternoon begins at %s', (text, noon) => { expect(noonOf(shifts(text))).toBe(noon); });

  it('has halves that are the whole together', () => {
    const day = shifts('08:00-11:00 12:00-15:00');
    expect([textOfShifts(halfOf(day, 'morning', '13:00')), textOfShifts(halfOf(day, 'afternoon', '13:00'))]).toEqual(['08:00-11:00 12:00-13:00', '13:00-15:00']);
    expect([halfOf(day, 'morning', '07:00'), halfOf(day, 'afternoon', '15:00')]).toEqual([[], []]);
    expect(() => noonOf([])).toThrow(RangeError);
  });

  it('knows its usual day: the most frequent hours, else the earliest', () => {
    const week = [shifts('09:00-12:00'), shifts('09:00-18:00'), shifts('09:00-18:00'), [], [], shifts('10:00-11:00'), []];
    expect([textOfShifts(usualShifts(week)), openWeekdays(week)]).toEqual(['09:00-18:00', [1, 2, 3, 6]]);
    expect([textOfShifts(usualShifts([shifts('10:00-12:00'), shifts('09:00-18:00')])), usualShifts(weekOf([]))]).toEqual(['10:00-12:00', []]);
  });
});
