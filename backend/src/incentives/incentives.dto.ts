import { ApiProperty } from '@nestjs/swagger';
import { Day, Flag, Money, OneOf, Text, Whole } from '../platform/http/fields.ts';
import { INCENTIVE_KINDS, type IncentiveKind } from './incentive.entity.ts';

/** What an incentive of the catalogue says. */
export class WriteIncentive {
  @Text({ max: 120 })
  name: string;

  @OneOf(INCENTIVE_KINDS)
  kind: IncentiveKind;

  /** Of one, in the organisation's currency. */
  @Money()
  unitCost: number;

  /** How many there are in all, those already given included; null: as many as are wanted. */
  @Whole({ min: 0, max: 10_000_000, nullable: true })
  stock: number | null;

  @Day()
  validFrom: string;

  /** It can be granted before this day; null: without end. */
  @Day({ nullable: true })
  validUntil: string | null;

  /** A grant that costs more than this waits for a decision; null: none does. */
  @Money({ nullable: true })
  approvalAbove: number | null;
}

/** Which of the catalogue. */
export class IncentivesQuery {
  /** Only those that can be granted today. */
  @Flag({ optional: true })
  current?: boolean;
}

/** An incentive, and what became of it for the customers that you see. */
export class IncentiveView {
  id: string;
  name: string;

  @ApiProperty({ type: 'string', enum: [...INCENTIVE_KINDS] })
  kind: IncentiveKind;

  unitCost: number;
  stock: number | null;

  /** How many are left for everybody; null where there is no limit. */
  left: number | null;
  validFrom: string;
  validUntil: string | null;
  approvalAbove: number | null;
  isArchived: boolean;

  /** Pieces granted. */
  granted: number;

  /** Pieces that wait for a decision. */
  waiting: number;

  /** Pieces redeemed. */
  redeemed: number;

  /** What the granted ones cost. */
  spent: number;

  /** Effective communications that kept touchpoints of the plan items it was granted for. */
  effective: number;

  /** What it cost in those plan items ÷ those communications; null with no basis. */
  costPerEffective: number | null;
  version: number;
}

/** The catalogue by name, archived ones last. */
export class IncentivesView {
  items: IncentiveView[];
}
