import fc from 'fast-check';
import { type Observation, kaplanMeier, median, quantile, rate, survivalAt, wilsonInterval } from './statistics.ts';

describe('a rate', () => {
  it('is null without a basis, never 0', () => {
    expect(rate(0, 0)).toEqual({ value: null, count: 0, n: 0, interval: null });
    expect(rate(0, 5).value).toBe(0);
    expect(rate(1, 4)).toMatchObject({ value: 0.25, count: 1, n: 4 });
  });

  // Table I of Newcombe (1998), method 3.
  it.each([[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]])('of %i in %i lies between %d and %d', (count, n, low, high) => {
    const interval = wilsonInterval(count, n);
    expect([interval?.low.toFixed(4), interval?.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it('lies within its interval, which lies within 0 and 1 and mirrors', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e7 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const count = Math.round(n * share);
      const { value, interval } = rate(count, n);
      const mirrored = wilsonInterval(n - count, n);
      if (value === null || !interval || !mirrored) throw new Error('n is positive');
      expect(interval.low >= 0 && interval.low <= value && value <= interval.high && interval.high <= 1).toBe(true);
      expect(interval.low).toBeCloseTo(1 - mirrored.high, 9);
    }));
  });

  it.each([[-1, 5], [6, 5], [0.5, 5], [1, 2.5], [NaN, 5]])('of %d in %d is an error', (count, n) => {
    expect(() => rate(count, n)).toThrow(RangeError);
  });
});

describe('a quantile', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.25, 3.25], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9.1], [[10, 1], 0.5, 5.5], [[7], 0.9, 7],
    [[3, 1, 2], 0, 1], [[3, 1, 2], 1, 3], [[20, 100, 3], 0.5, 20], [[Infinity, Infinity, 1], 0.75, Infinity],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12);
  });

  it('of nothing is null', () => {
    expect([quantile([], 0.5), median([])]).toEqual([null, null]);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('of no number, or at no share, is an error', () => {
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], NaN)).toThrow(RangeError);
    expect(() => quantile([NaN], 0.5)).toThrow(RangeError);
  });

  it('leaves the values as they were and grows with the share', () => {
    fc.assert(fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const before = [...values];
      expect(quantile(values, share)).toBeLessThanOrEqual(quantile(values, Math.min(1, share + 0.1)) as number);
      expect(values).toEqual(before);
    }));
  });
});

describe('a survival curve', () => {
  // Remission in weeks of the 21 patients on 6-mercaptopurine, Freireich et al., Blood 21 (1963) 699–716; the estimates are printed in many textbooks.
  const events = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  const trial: Observation[] = [...events.map((time) => ({ time, isEvent: true })), ...censored.map((time) => ({ time, isEvent: false }))];

  it('agrees with the published estimates', () => {
    const steps = kaplanMeier(trial).filter((step) => step.events > 0).map(({ time, atRisk, survival }) => [time, atRisk, survival.toFixed(3)]);
    expect(steps).toEqual([
      [6, 21, '0.857'], [7, 17, '0.807'], [10, 15, '0.753'], [13, 12, '0.690'], [16, 11, '0.627'], [22, 7, '0.538'], [23, 6, '0.448'],
    ]);
  });

  it('keeps the censored at risk until their time', () => {
    expect(kaplanMeier(trial)[0]).toEqual({ time: 6, atRisk: 21, events: 3, censored: 1, survival: 18 / 21 });
    expect(kaplanMeier([])).toEqual([]);
  });

  it('is read as steps', () => {
    const curve = kaplanMeier(trial);
    expect([0, 5.9, 6, 6.9, 100].map((time) => survivalAt(curve, time).toFixed(3))).toEqual(['1.000', '1.000', '0.857', '0.857', '0.448']);
  });

  it('without censoring is the plain share still waiting', () => {
    fc.assert(fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 200 }), (times) => {
      for (const { time, survival } of kaplanMeier(times.map((t) => ({ time: t, isEvent: true })))) {
        expect(survival).toBeCloseTo(times.filter((t) => t > time).length / times.length, 9);
      }
    }));
  });

  it('never rises, stays between 0 and 1 and loses nobody', () => {
    fc.assert(fc.property(fc.array(fc.record({ time: fc.nat(50), isEvent: fc.boolean() })), (observations) => {
      const curve = kaplanMeier(observations);
      curve.forEach((step, i) => expect(step.survival <= (curve[i - 1]?.survival ?? 1) && step.survival >= 0).toBe(true));
      expect(curve.reduce((sum, step) => sum + step.events + step.censored, 0)).toBe(observations.length);
    }));
  });

  it.each([-1, NaN])('knows no time %d', (time) => {
    expect(() => kaplanMeier([{ time, isEvent: true }])).toThrow(RangeError);
  });
});
