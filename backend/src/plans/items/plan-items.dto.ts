import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_KINDS, type ContactKind } from '../../channels/index.ts';
import { Day, Flag, Id, Ids, OneOf, Text, Whole } from '../../platform/http/fields.ts';
import { CONTACT_MODES, type ContactMode } from '../plan-item.entity.ts';

const SEGMENT_KINDS = ['filter', 'list', 'sample'] as const;

/** What a plan item says; what is left out stays, or is empty at first. All seven things have to be there when the plan is submitted. */
export class ChangePlanItem {
  @Text({ max: 300, optional: true })
  objective?: string;

  @Day({ optional: true, nullable: true })
  startsOn?: string | null;

  /** No due day on or after it; null: the plan's end. */
  @Day({ optional: true, nullable: true })
  endsOn?: string | null;

  /** RFC 5545, weekly or monthly, such as `FREQ=MONTHLY;INTERVAL=3`; `BYMONTHDAY=-1` is the last working day, `BYDAY=-1FR` the last Friday; null: once. */
  @Text({ max: 200, min: 0, optional: true, nullable: true })
  recurrence?: string | null;

  /** Working days before and after a due day in which a contact counts. */
  @Whole({ min: 0, max: 60, optional: true })
  windowDays?: number;

  @Text({ max: 200, min: 0, optional: true })
  place?: string;

  @Id({ optional: true, nullable: true })
  segmentId?: string | null;

  @OneOf(CONTACT_MODES, { optional: true })
  mode?: ContactMode;

  @OneOf(CONTACT_KINDS, { optional: true, nullable: true })
  contactKind?: ContactKind | null;

  @Id({ optional: true, nullable: true })
  channelId?: string | null;

  @Text({ max: 300, min: 0, optional: true })
  method?: string;

  @Text({ max: 8_000, min: 0, optional: true })
  content?: string;

  @Text({ max: 8_000, min: 0, optional: true })
  talkingPoints?: string;

  @Id({ optional: true, nullable: true })
  responsibleTeamId?: string | null;

  /** Null: each customer's owner. */
  @Id({ optional: true, nullable: true })
  responsibleId?: string | null;

  /** Null: the norm of its channel or contact kind. */
  @Id({ optional: true, nullable: true })
  normId?: string | null;

  /** What customers get for taking part. */
  @Id({ optional: true, nullable: true })
  incentiveId?: string | null;

  /** Whoever comes into the segment after the approval is taken into the audience by itself. */
  @Flag({ optional: true })
  takesJoiners?: boolean;

  /** Whoever leaves the segment after the approval leaves the audience by itself, and loses what is open. */
  @Flag({ optional: true })
  dropsLeavers?: boolean;

  /** Null: all of its contacts. */
  @Whole({ min: 1, max: 10_000_000, optional: true, nullable: true })
  targetCount?: number | null;
}

/** A new plan item. */
export class AddPlanItem extends ChangePlanItem {
  @Text({ max: 300 })
  declare objective: string;
}

/** The items of a plan in their new order. */
export class OrderPlanItems {
  @Ids({ max: 200 })
  ids: string[];
}

/** A plan item. */
export class PlanItemView {
  id: string;
  objective: string;
  startsOn: string | null;
  endsOn: string | null;
  recurrence: string | null;
  windowDays: number;
  place: string;
  segmentId: string | null;
  segmentName: string | null;

  @ApiProperty({ type: 'string', enum: [...SEGMENT_KINDS], nullable: true })
  segmentKind: string | null;

  @ApiProperty({ type: 'string', enum: [...CONTACT_MODES] })
  mode: ContactMode;

  @ApiProperty({ type: 'string', enum: [...CONTACT_KINDS], nullable: true })
  contactKind: ContactKind | null;

  channelId: string | null;
  method: string;
  content: string;
  talkingPoints: string;
  responsibleTeamId: string | null;
  responsibleId: string | null;
  normId: string | null;
  normName: string | null;
  incentiveId: string | null;
  incentiveName: string | null;
  targetCount: number | null;
  takesJoiners: boolean;
  dropsLeavers: boolean;

  /** Its due days, each a working day of the organisation. */
  dueOn: string[];
}

/** When a rule would fall due; for the editor. */
export class AskDueDays {
  @Day()
  startsOn: string;

  @Day({ optional: true })
  endsOn?: string;

  @Text({ max: 200, optional: true })
  recurrence?: string;

  @Day()
  from: string;

  @Day()
  until: string;
}

/** Due days. */
export class DueDaysView {
  days: string[];
}
