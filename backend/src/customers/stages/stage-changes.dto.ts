import { Day, Id, Instant, Money, Text } from '../../platform/http/fields.ts';

/** Moves a customer to a stage now, at an instant, or on a day when only the day is known. */
export class ChangeStage {
  @Id()
  stageId: string;

  /** Instead of `at`; not in the future. */
  @Day({ optional: true })
  on?: string;

  /** Instead of `on`; not in the future. Neither: now. */
  @Instant({ optional: true })
  at?: string;

  /** Of a won stage only, in the organisation's currency. */
  @Money({ optional: true, nullable: true })
  amount?: number | null;

  /** Required for a lost stage. */
  @Text({ max: 500, optional: true, nullable: true })
  reason?: string | null;
}

/** One dated change of stage. */
export class StageChangeView {
  id: string;
  /** Null for the stage the customer began with. */
  fromStageId: string | null;
  toStageId: string;
  changedAt: string;
  /** The organisation's local day of the change. */
  changedOn: string;
  amount: number | null;
  reason: string | null;
  changedById: string;
  followUpId: string | null;
}

/** All changes of a customer's stage, newest first, with what they come to. */
export class StageHistoryView {
  stageId: string;
  stageSince: string;
  isOpen: boolean;
  /** First change into a won stage. */
  convertedAt: string | null;
  items: StageChangeView[];
}
