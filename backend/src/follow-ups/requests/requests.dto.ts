import { DECIDING_RULES, type DecidingRule } from '../../approvals/index.ts';
import { Id, Ids, Money, OneOf, Text } from '../../platform/http/fields.ts';

/** Asks for a decision about a customer: a discount, an exception … */
export class WriteRequest {
  @Id()
  customerId: string;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 20_000, min: 0, optional: true })
  text?: string;

  /** In the organisation's currency. */
  @Money({ optional: true, nullable: true })
  amount?: number | null;

  /** Who decides, in their order. */
  @Ids({ max: 20 })
  deciderIds: string[];

  /** Left out: any one of them. */
  @OneOf(DECIDING_RULES, { optional: true })
  rule?: DecidingRule;
}
