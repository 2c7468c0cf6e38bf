import { ApiProperty } from '@nestjs/swagger';
import { AbsenceView, EnterAbsence } from '../../calendar/index.ts';
import { Day, Flag, Id, Ids, Nested, OneOf, Text, Whole } from '../../platform/http/fields.ts';
import { WAYS, type Way } from './rescheduling.entity.ts';

/** What may stand in the way of a touchpoint's new date or owner; all but `no_access` are told and done all the same. */
export const CONFLICTS = ['promised', 'outside_window', 'quiet_hours', 'outside_hours', 'customer_twice', 'no_access'] as const;
/** One of those. */
export type Conflict = (typeof CONFLICTS)[number];

/** What becomes of open touchpoints. */
export class HandleTouchpoints {
  @OneOf(WAYS)
  way: Way;

  /** To whom they are delegated. */
  @Id({ optional: true, nullable: true })
  toId?: string | null;

  /** Shifted by so many working days. */
  @Whole({ min: 1, max: 260, optional: true, nullable: true })
  days?: number | null;

  /** Or shifted to this day. */
  @Day({ optional: true, nullable: true })
  toOn?: string | null;

  /** And spread evenly over so many working days from it on; 1 when left out. */
  @Whole({ min: 1, max: 60, optional: true, nullable: true })
  spreadDays?: number | null;

  /** Touchpoints that stay as they are. */
  @Ids({ max: 1_000, optional: true })
  leftOut?: string[];

  /** `expected` of the preview: what was shown is what is done, else 412. */
  @Text({ max: 100, optional: true, nullable: true })
  expected?: string | null;
}

/** Whose open touchpoints are rescheduled, and how. */
export class Reschedule extends HandleTouchpoints {
  @Id()
  personId: string;

  /** Only those due from this day on; all open ones when left out. */
  @Day({ optional: true, nullable: true })
  from?: string | null;

  /** Only those due before this day. */
  @Day({ optional: true, nullable: true })
  until?: string | null;

  /** For a preview: the person is going to be away from `from` until `until`. */
  @Flag({ optional: true })
  isAway?: boolean;

  /** For a preview: only that half of the day. */
  @OneOf(['morning', 'afternoon'], { optional: true, nullable: true })
  half?: 'morning' | 'afternoon' | null;

  @Text({ max: 300, min: 0, optional: true, nullable: true })
  reason?: string | null;
}

/** An absence, and what becomes of the touchpoints that are due meanwhile; left out: they stay, and are due on the day of the return. */
export class EnterAbsenceWithHandling extends EnterAbsence {
  @Nested(() => HandleTouchpoints, { optional: true, nullable: true })
  handling?: HandleTouchpoints | null;
}

/** One touchpoint before and after. */
export class RescheduleItemView {
  touchpointId: string;
  customerId: string;
  customerName: string;
  purpose: string;
  isPromised: boolean;
  fromOn: string;
  fromAt: string | null;
  toOn: string;
  toAt: string | null;
  toOwnerId: string;
  toOwnerName: string;
  @ApiProperty({ type: 'string', isArray: true, enum: [...CONFLICTS] })
  conflicts: Conflict[];
  /** It stays as it is: the new owner may not see the customer. */
  isSkipped: boolean;
}

/** A day on which its owner would have more to do than fits into it. */
export class CrowdedDayView {
  on: string;
  /** Open contacts of that day, once everything is where it goes. */
  count: number;
  /** Contacts that fit into a working day. */
  fits: number;
}

/** What a rescheduling would do; the first 500 touchpoints are listed, the numbers count all. */
export class ReschedulePreview {
  items: RescheduleItemView[];
  total: number;
  changed: number;
  /** Promised ones whose date changes. */
  promised: number;
  skipped: number;
  /** The days that get too full, in their order; none of somebody whom the actor does not see. */
  crowded: CrowdedDayView[];
  /** To be sent back as `expected`. */
  expected: string;
}

/** A rescheduling that was done. */
export class ReschedulingView {
  id: string;
  personId: string;
  personName: string;
  @ApiProperty({ type: 'string', enum: [...WAYS] })
  way: Way;
  reason: string;
  changed: number;
  doneAt: string;
  doneByName: string;
  reversedAt: string | null;
  canReverse: boolean;
}

/** Of one person, the newest first. */
export class ReschedulingsView {
  items: ReschedulingView[];
}

/** Whose. */
export class ReschedulingsQuery {
  @Id()
  personId: string;
}

/** How a reversal went. */
export class ReversalView {
  /** Touchpoints that are as they were. */
  restored: number;
  /** Those with which somebody has done something since; they stay. */
  left: number;
}

/** The absence, and what became of the touchpoints. */
export class AbsenceEnteredView {
  absence: AbsenceView;
  @ApiProperty({ type: () => ReschedulingView, nullable: true })
  rescheduling: ReschedulingView | null;
}
