/** What incentives of a plan or of one of its items cost and brought, for the customers that you see. */
export class SpentView {
  /** Pieces granted. */
  granted: number;

  /** Pieces redeemed. */
  redeemed: number;

  /** What the granted ones cost, in the organisation's currency. */
  spent: number;

  /** What waits for a decision. */
  waiting: number;

  /** Effective communications that kept its touchpoints. */
  effective: number;

  /** Spent ÷ those; null with no basis. */
  costPerEffective: number | null;
}

/** Of an item. */
export class ItemSpentView extends SpentView {
  itemId: string;

  /** The incentive that it names. */
  incentiveName: string | null;
}

/** What a plan spends on incentives. */
export class PlanSpendingView {
  budget: number | null;

  /** What the budget has left after every grant, those that wait included, whoever sees their customers; null without a budget. */
  left: number | null;
  total: SpentView;

  /** Items that name an incentive, or for which something was granted, in the plan's order. */
  items: ItemSpentView[];
}
