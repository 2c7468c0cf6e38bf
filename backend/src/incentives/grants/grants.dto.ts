import { ApiProperty } from '@nestjs/swagger';
import { Id, Text, Whole } from '../../platform/http/fields.ts';
import { GRANT_STATES, type GrantState } from './incentive-grant.entity.ts';

/** What a customer is granted. */
export class GrantIncentive {
  @Id()
  incentiveId: string;

  @Whole({ min: 1, max: 100_000 })
  quantity: number;

  /** The plan item it is for; its plan pays. */
  @Id({ optional: true, nullable: true })
  planItemId?: string | null;

  /** The follow-up that it came with. */
  @Id({ optional: true, nullable: true })
  followUpId?: string | null;

  @Text({ max: 300, min: 0, optional: true })
  note?: string;
}

/** What a customer took. */
export class RedeemIncentive {
  /** All that is left of the grant when left out. */
  @Whole({ min: 1, max: 100_000, optional: true, nullable: true })
  quantity?: number | null;
}

/** That a customer took something. */
export class RedemptionView {
  id: string;
  quantity: number;
  redeemedAt: string;
  redeemedById: string;

  /** For a minute, whoever wrote it down may take it back. */
  canTakeBack: boolean;
}

/** An incentive that a customer was granted. */
export class GrantView {
  id: string;
  incentiveId: string;
  name: string;
  quantity: number;
  redeemed: number;
  cost: number;

  @ApiProperty({ type: 'string', enum: [...GRANT_STATES] })
  state: GrantState;

  note: string;
  planItemId: string | null;
  planName: string | null;
  followUpId: string | null;
  grantedAt: string;
  grantedById: string;
  redemptions: RedemptionView[];

  /** Whoever granted it may take it back for a minute, and while it waits, before anything of it is redeemed. */
  canTakeBack: boolean;
}

/** A plan item for which a customer can be granted something now. */
export class GrantableItemView {
  itemId: string;
  objective: string;
  planName: string;

  /** The incentive that the item names. */
  incentiveId: string | null;
}

/** What a customer was granted, the newest first, and for which plan items they can be granted more. */
export class CustomerIncentivesView {
  grants: GrantView[];
  planItems: GrantableItemView[];
}
