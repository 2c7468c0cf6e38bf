import { Text } from '../../platform/http/fields.ts';

/** What is said with a step that needs no words. */
export class StepComment {
  @Text({ max: 2_000, min: 0, optional: true })
  comment?: string;
}

/** Why a plan is sent back. */
export class ReturnPlan {
  @Text({ max: 2_000 })
  comment: string;
}
