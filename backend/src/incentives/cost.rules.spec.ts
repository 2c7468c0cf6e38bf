import fc from 'fast-check';
import { costOf, costPerContact, fitsBudget, leftOf, needsDecision } from './cost.rules.ts';

describe('the cost of incentives', () => {
  it.each([[3, 0.1, 0.3], [7, 1.15, 8.05], [0, 5, 0], [1_000, 19.99, 19_990]])('%d pieces of %d cost %d', (quantity, unitCost, cost) => {
    expect(costOf(quantity, unitCost)).toBe(cost);
  });

  it.each([[100, null, false], [100, 100, false], [100.01, 100, true], [0, 0, false]])('of %d with the limit %p waits for a decision: %p', (cost, limit, waits) => {
    expect(needsDecision(cost, limit)).toBe(waits);
  });

  it.each([[null, 900, 100, true], [1_000, 900, 100, true], [1_000, 900, 100.01, false], [0.3, 0.1, 0.2, true]])('a budget of %p with %d committed takes %d: %p', (budget, committed, cost, fits) => {
    expect(fitsBudget(budget, committed, cost)).toBe(fits);
  });

  it('never commits more than the budget, however the grants come', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9_999 })), { maxLength: 40 }), (cents, grants) => {
      const budget = cents / 100;
      let committed = 0;
      for (const [quantity, unit] of grants) { const cost = costOf(quantity, unit / 100); if (fitsBudget(budget, committed, cost)) committed = Math.round((committed + cost) * 100) / 100; }
      expect(committed).toBeLessThanOrEqual(budget);
      expect(leftOf(budget, committed)).toBe(Math.round((budget - committed) * 100) / 100);
    }));
  });

  it('per effective contact is unknown without one', () => {
    expect([costPerContact(100, 0), costPerContact(100, 8), costPerContact(0, 4)]).toEqual([null, 12.5, 0]);
  });
});
