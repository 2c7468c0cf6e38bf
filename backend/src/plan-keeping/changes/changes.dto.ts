import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../../platform/http/fields.ts';
import { ChangeRunningPlan, DifferenceView, PlanView } from '../../plans/index.ts';
import { EFFECTS, type Effect, KEPT_REASONS, type KeptReason } from './consequence.rules.ts';

/** A change with the sign of what was shown before. */
export class ApplyChange extends ChangeRunningPlan {
  /** The `fingerprint` of the preview; the answer says whether it came out otherwise. */
  @Text({ max: 64, optional: true })
  fingerprint?: string;
}

/** How many touchpoints stay as they are, for one reason. */
export class KeptView {
  @ApiProperty({ type: 'string', enum: [...KEPT_REASONS] })
  reason: KeptReason;

  count: number;
}

/** What a change does with touchpoints; each counts once. */
export class ChangeCountsView {
  /** New ones, and those that come back. */
  added: number;

  /** Another day or window. */
  moved: number;

  /** Another owner, channel, place or text. */
  changed: number;
  cancelled: number;
  kept: KeptView[];
}

/** The same for one item. */
export class ItemChangeView extends ChangeCountsView {
  itemId: string;
  objective: string;
}

/** One touchpoint as an example, of a customer that you see. */
export class ChangeSampleView {
  @ApiProperty({ type: 'string', enum: [...EFFECTS] })
  effect: Effect;

  itemId: string;
  customerId: string;
  customerName: string;
  fromOn: string | null;
  toOn: string | null;
}

/** What a change of a running plan will do. */
export class ChangePreviewView {
  total: ChangeCountsView;

  /** By item, in their order; those with nothing to say are left out. */
  items: ItemChangeView[];
  samples: ChangeSampleView[];
  differences: DifferenceView[];

  /** Whether it waits for a decision by somebody above the plan, because it means more than a tenth more contacts and you do not stand above it. */
  needsDecision: boolean;

  /** Differs when it would do something else. */
  fingerprint: string;
}

/** What became of a change. */
export class ChangeDoneView {
  /** `waits`: for a decision; the plan runs on as it is. */
  @ApiProperty({ type: 'string', enum: ['applied', 'waits'] })
  outcome: 'applied' | 'waits';

  plan: PlanView;

  /** What it does; touchpoints follow in the background. */
  total: ChangeCountsView;

  /** False when somebody had worked meanwhile, so that it does something else than was shown. */
  isAsShown: boolean;
}

/** What is said with a decision. */
export class DecideChange {
  @Text({ max: 2_000, min: 0, optional: true })
  comment?: string;
}

/** Why a change is sent back. */
export class ReturnChange {
  @Text({ max: 2_000 })
  comment: string;
}
