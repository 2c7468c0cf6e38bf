import { Flag, Day, Id, Ids, Instant, Money, Nested, OneOf, Text, Whole } from '../../platform/http/fields.ts';
import type { Direction, Validity } from '../follow-up.entity.ts';

/** What happens next with the customer; a communication can not be logged without it. */
export const NEXT_STEPS = ['touchpoint', 'cadence', 'none'] as const;
/** A dated touchpoint, "the cadence decides", or none with its reason. */
export type NextStepKind = (typeof NEXT_STEPS)[number];
/** The words for who spoke first, and for whether a record counts. */
export const DIRECTIONS = ['outbound', 'inbound'] as const;
export const VALIDITIES = ['unassessed', 'valid', 'invalid'] as const;

/** `touchpoint` names exactly one of `dueOn` and `dueAt`; `none` gives its `reason`. */
export class NextStepInput {
  @OneOf(NEXT_STEPS)
  kind: NextStepKind;

  /** A local day of the owner. */
  @Day({ optional: true, nullable: true })
  dueOn?: string | null;

  @Instant({ optional: true, nullable: true })
  dueAt?: string | null;

  @Id({ optional: true, nullable: true })
  channelId?: string | null;

  @Text({ max: 300, min: 0, optional: true, nullable: true })
  purpose?: string | null;

  /** True when the date was promised to the customer. */
  @Flag({ optional: true })
  isPromised?: boolean;

  /** Who does it; whoever logs when left out. */
  @Id({ optional: true, nullable: true })
  ownerId?: string | null;

  @Text({ max: 300, min: 0, optional: true, nullable: true })
  reason?: string | null;
}

/** The stage that the communication brought the customer to. */
export class StageChangeInput {
  @Id()
  stageId: string;

  @Money({ optional: true, nullable: true })
  amount?: number | null;

  @Text({ max: 500, min: 0, optional: true, nullable: true })
  reason?: string | null;
}

/** How far the norm of the contact was followed: the version that was on the screen, and the points that were ticked. */
export class NormAnswerInput {
  @Id()
  versionId: string;

  @Ids({ max: 40 })
  ticked: string[];
}

/** A communication that did happen, with its next step. */
export class LogContact {
  @Id()
  customerId: string;

  @Id()
  channelId: string;

  @Id()
  dispositionId: string;

  @OneOf(DIRECTIONS, { optional: true })
  direction?: Direction;

  /** Now when left out; what lies ahead is planned with `POST /api/touchpoints` and refused here with `not_yet_happened`. */
  @Instant({ optional: true, nullable: true })
  occurredAt?: string | null;

  @Id({ optional: true, nullable: true })
  contactPersonId?: string | null;

  @Id({ optional: true, nullable: true })
  outcomeId?: string | null;

  /** How useful it was, 1 to 5. */
  @Whole({ min: 1, max: 5, optional: true, nullable: true })
  evaluation?: number | null;

  @OneOf(VALIDITIES, { optional: true })
  validity?: Validity;

  @Text({ max: 300, min: 0, optional: true, nullable: true })
  invalidReason?: string | null;

  @Text({ max: 200, min: 0, optional: true, nullable: true })
  subject?: string | null;

  @Text({ max: 20_000, min: 0, optional: true, nullable: true })
  text?: string | null;

  @Whole({ min: 0, max: 86_400, optional: true, nullable: true })
  durationSeconds?: number | null;

  /** The touchpoint that it keeps; null: none; left out: the one that the matching rule finds. */
  @Id({ optional: true, nullable: true })
  touchpointId?: string | null;

  @Nested(() => NextStepInput)
  nextStep: NextStepInput;

  @Nested(() => StageChangeInput, { optional: true, nullable: true })
  stageChange?: StageChangeInput | null;

  /** Ticked points of the norm's checklist, where one applies. */
  @Nested(() => NormAnswerInput, { optional: true, nullable: true })
  norm?: NormAnswerInput | null;

  /** Why contact was made, or is planned, in spite of a do-not-contact or of quiet hours. */
  @Text({ max: 300, optional: true, nullable: true })
  overrideReason?: string | null;
}

/** What became of a logged communication. */
export class LoggedView {
  id: string;
  customerId: string;
  version: number;
  /** The touchpoint that it kept, and why it counted. */
  keptTouchpointId: string | null;
  countedBecause: string | null;
  /** The next touchpoint: new, or the open one that was moved. */
  nextTouchpointId: string | null;
  isNextTouchpointMoved: boolean;
  /** Until when an inbound contact should be answered. */
  respondBy: string | null;
  /** Until when `DELETE /api/follow-ups/{id}` takes everything back. */
  undoUntil: string;
}
