import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_KINDS, type ContactKind } from '../channels/index.ts';
import { AppliedNormView, BriefContactView, BriefPersonView, ContactedCustomerView } from '../follow-ups/index.ts';
import { Day, Id, Ids, Text, Whole } from '../platform/http/fields.ts';
import { TOUCHPOINT_STATES, type TouchpointOrigin, type TouchpointState } from '../touchpoints/index.ts';

/** The most cards that are read in one go. */
export const MOST_CARDS = 200;

const PROMISERS = ['norm', 'channel'] as const;

/** Which cards, by exactly one of: the touchpoints themselves, a plan, or a person's days. Of a plan or a person only the open ones. */
export class ContactCardsQuery {
  @Ids({ max: MOST_CARDS, optional: true })
  ids?: string[];

  @Id({ optional: true })
  planId?: string;

  /** Of a plan: one of its items. */
  @Id({ optional: true })
  itemId?: string;

  @Id({ optional: true })
  ownerId?: string;

  /** First due day. */
  @Day({ optional: true })
  from?: string;

  /** The day after the last one. */
  @Day({ optional: true })
  until?: string;

  @Whole({ min: 1, max: MOST_CARDS, optional: true })
  limit?: number;

  @Text({ max: 2_000, optional: true })
  after?: string;
}

/** The plan item that the contact is for: its seven things. */
export class CardItemView {
  itemId: string;
  planId: string;
  planName: string;

  /** Whether the reader may open the plan. */
  isPlanVisible: boolean;
  objective: string;
  place: string;
  audience: string | null;

  @ApiProperty({ type: 'string', enum: [...CONTACT_KINDS], nullable: true })
  contactKind: ContactKind | null;

  method: string;
  content: string;
  responsibleTeam: string | null;
  /** Null: each customer's owner. */
  responsible: string | null;
  /** Which due day of the item it is, from 1. */
  occurrence: number | null;
  windowFrom: string | null;
  windowUntil: string | null;
}

/** Whom the contact is with. */
export class CardCustomerView extends ContactedCustomerView {
  id: string;
  ownerName: string | null;
}

/** What the customer gets for taking part. */
export class CardIncentiveView {
  id: string;
  name: string;

  /** Of one, in the organisation's currency. */
  unitCost: number;
}

/** How fast an answer of the customer is answered. */
export class CardPromiseView {
  /** Null: by the end of the same working day. */
  minutes: number | null;
  isInWorkingTime: boolean;

  @ApiProperty({ type: 'string', enum: [...PROMISERS] })
  by: (typeof PROMISERS)[number];
}

/** A contact card (客户接触信息卡): everything that a planned contact needs, on one page. */
export class ContactCardView {
  touchpointId: string;

  @ApiProperty({ type: 'string', enum: [...TOUCHPOINT_STATES] })
  state: TouchpointState;

  origin: TouchpointOrigin;
  channelId: string | null;
  purpose: string;
  talkingPoints: string;
  place: string | null;
  dueOn: string;
  dueAt: string | null;
  firstDueOn: string;
  timesMoved: number;
  isPromised: boolean;
  ownerId: string;
  ownerName: string;
  version: number;

  /** The communication that kept it. */
  followUpId: string | null;
  customer: CardCustomerView;

  /** The customer itself, then the people there. */
  people: BriefPersonView[];

  /** The last three. */
  contacts: BriefContactView[];
  item: CardItemView | null;

  /** That of the plan item. */
  incentive: CardIncentiveView | null;

  /** For a contact that was made by a norm: the version that was followed. */
  norm: AppliedNormView | null;

  /** Points that were ticked when it was made; null while that is to come, or when nothing was ticked. */
  ticked: string[] | null;
  promise: CardPromiseView | null;
}

/** A page of cards by due day. */
export class ContactCardsView {
  items: ContactCardView[];
  next: string | null;
}
