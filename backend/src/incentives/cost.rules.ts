/** Amounts are counted in hundredths, so that no sum of them is off by a fraction. */
const HUNDRED = 100;

/** What so many pieces cost, in the currency. */
export const costOf = (quantity: number, unitCost: number): number => (quantity * Math.round(unitCost * HUNDRED)) / HUNDRED;

/** Whether a cost has to be decided on: more than the limit; no limit, no decision. */
export const needsDecision = (cost: number, approvalAbove: number | null): boolean => approvalAbove !== null && cost > approvalAbove;

/** What a budget has left after what was committed; null without a budget. */
export const leftOf = (budget: number | null, committed: number): number | null => (budget === null ? null : Math.round((budget - committed) * HUNDRED) / HUNDRED);

/** Whether a budget takes a cost more; one without a limit takes any. */
export function fitsBudget(budget: number | null, committed: number, cost: number): boolean {
  const left = leftOf(budget, committed);
  return left === null || cost <= left;
}

/** Cost per effective contact; null with no basis. */
export const costPerContact = (cost: number, effective: number): number | null => (effective === 0 ? null : cost / effective);
