import { DECIDING_RULES, type DecidingRule } from '../../approvals/index.ts';
import { Ids, Money, OneOf, Text } from '../../platform/http/fields.ts';

/** What is said with a step that needs no words. */
export class StepComment {
  @Text({ max: 2_000, min: 0, optional: true })
  comment?: string;
}

/** Who is asked to decide. */
class AskDeciders {
  /** In their order; left out: everybody above the plan. */
  @Ids({ max: 20, optional: true })
  deciderIds?: string[];

  /** Left out: any one of them. */
  @OneOf(DECIDING_RULES, { optional: true })
  rule?: DecidingRule;
}

/** Puts a plan up for a decision. */
export class SubmitPlan extends AskDeciders {
  @Text({ max: 2_000, min: 0, optional: true })
  comment?: string;
}

/** Why a plan is sent back. */
export class ReturnPlan {
  @Text({ max: 2_000 })
  comment: string;
}

/** Asks for another budget of a plan that is approved. */
export class RequestBudget extends AskDeciders {
  /** The whole budget, in the organisation's currency. */
  @Money()
  amount: number;

  @Text({ max: 2_000 })
  reason: string;
}
