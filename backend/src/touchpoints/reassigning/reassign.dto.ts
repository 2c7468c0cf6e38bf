import { ApiProperty } from '@nestjs/swagger';
import { Day, Id, Ids, OneOf, Text } from '../../platform/http/fields.ts';
import { REASSIGNING_WAYS, type ReassigningWay } from '../rescheduling/rescheduling.entity.ts';

/**
 * Why a touchpoint stays where it is: the actor does not lead its owner; nobody chosen sees its customer; who does is away, or nobody of them works on the day that was agreed, or in its window;
 * the window is over; everybody is full on all of its days; it stands where it would go.
 */
export const OBSTACLES = ['not_allowed', 'no_access', 'absent', 'agreed_day', 'no_day', 'window_over', 'full', 'in_place'] as const;
/** One of those. */
export type Obstacle = (typeof OBSTACLES)[number];

/** Which open touchpoints go to other people, and to whom: those named, or all of a plan, of people, in a period. */
export class Reassign {
  /** `assign` gives all to one person; `rebalance` spreads them evenly over several. */
  @OneOf(REASSIGNING_WAYS)
  way: ReassigningWay;

  /** To whom; one for `assign`. */
  @Ids({ max: 50 })
  toIds: string[];

  @Ids({ max: 1_000, optional: true, nullable: true })
  touchpointIds?: string[] | null;

  @Id({ optional: true, nullable: true })
  planId?: string | null;

  @Ids({ max: 50, optional: true, nullable: true })
  ownerIds?: string[] | null;

  /** Only those due from this day on. */
  @Day({ optional: true, nullable: true })
  from?: string | null;

  /** Only those due before this day. */
  @Day({ optional: true, nullable: true })
  until?: string | null;

  /** Touchpoints that stay as they are. */
  @Ids({ max: 1_000, optional: true })
  leftOut?: string[];

  @Text({ max: 300, min: 0, optional: true, nullable: true })
  reason?: string | null;

  /** `expected` of the preview: what was shown is what is done, else 412. */
  @Text({ max: 100, optional: true, nullable: true })
  expected?: string | null;
}

/** One touchpoint before and after. */
export class ReassignItemView {
  touchpointId: string;
  customerId: string;
  customerName: string;
  purpose: string;
  isPromised: boolean;
  fromOwnerId: string;
  fromOn: string;
  toOwnerId: string;
  toOn: string;
}

/** What stands in a week of somebody before and after. */
export class ReassignWeekView {
  /** Its Monday. */
  weekOn: string;
  before: number;
  after: number;

  /** Working days × contacts a day. */
  capacity: number;
}

/** Who gives or gets how much. */
export class ReassignPersonView {
  personId: string;
  gives: number;
  gets: number;

  /** Weeks in which something changes for somebody; none for a colleague whose work you do not see. */
  weeks: ReassignWeekView[];
}

/** How many stay as they are for a reason. */
export class ReassignSkippedView {
  @ApiProperty({ type: 'string', enum: [...OBSTACLES] })
  reason: Obstacle;
  count: number;
}

/** A touchpoint that stays where it is, and why. */
export class ReassignStayingView {
  touchpointId: string;
  customerId: string;
  customerName: string;
  purpose: string;
  ownerId: string;
  dueOn: string;

  @ApiProperty({ type: 'string', enum: [...OBSTACLES] })
  reason: Obstacle;
}

/** What a reassignment would do; the first 200 touchpoints that change and that stay are listed, the numbers count all. */
export class ReassignPreview {
  total: number;
  changed: number;

  /** Of those, the ones that get another day. */
  moved: number;
  /** With `changed` the total. */
  skipped: ReassignSkippedView[];

  /** Whoever gives or gets, by name. */
  people: ReassignPersonView[];
  items: ReassignItemView[];
  staying: ReassignStayingView[];

  /** To be sent back as `expected`. */
  expected: string;
}

/** A reassignment that was done. */
export class ReassignmentView {
  id: string;
  @ApiProperty({ type: 'string', enum: [...REASSIGNING_WAYS] })
  way: ReassigningWay;
  reason: string;
  changed: number;
  doneAt: string;
  doneById: string;
  reversedAt: string | null;
  canReverse: boolean;
}

/** The latest ones, the newest first. */
export class ReassignmentsView {
  items: ReassignmentView[];
}
