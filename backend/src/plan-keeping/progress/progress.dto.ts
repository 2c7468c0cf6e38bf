import { ApiProperty } from '@nestjs/swagger';
import { Id, Text } from '../../platform/http/fields.ts';
import { ShareView } from '../../platform/http/share.dto.ts';

const STATES = ['waiting', 'running', 'done'] as const;
const VERDICTS = ['under', 'on_schedule', 'over'] as const;

/** What became of touchpoints. */
export class FiguresView {
  /** All but the cancelled ones and what an archived customer has open. */
  planned: number;

  /** Kept, missed, or with a due day that is over. */
  due: number;
  kept: number;

  /** Of the kept ones, those logged only after they had been counted as missed. */
  late: number;

  /** Of the kept ones, those whose contact lies in the window. */
  punctual: number;
  missed: number;
  cancelled: number;

  /** Neither kept nor missed nor cancelled, nor of an archived customer. */
  open: number;

  /** Kept ÷ due so far. */
  attainment: ShareView;

  /** Kept within the window ÷ due so far. */
  punctuality: ShareView;
}

/** An item of the plan. */
export class ItemProgressView extends FiguresView {
  itemId: string;

  /** Customers of its audience with an effective communication that keeps one of its touchpoints ÷ its audience. */
  reach: ShareView;
}

/** Whoever is to make the contacts. */
export class PersonProgressView extends FiguresView {
  personId: string;
}

/** Why contacts were not planned, and how many. */
export class SkippedView {
  /** `archived`, `do_not_contact`, `nobody` or `window_over`. */
  reason: string;
  count: number;
}

/** How far the touchpoints of the plan are made. */
export class ExpansionView {
  @ApiProperty({ type: 'string', enum: [...STATES] })
  state: (typeof STATES)[number];

  /** Touchpoints that the plan comes to. */
  wanted: number;

  /** Of those, gone through. */
  done: number;

  skipped: SkippedView[];
}

/** Kept contacts against the line on which the plan should run. */
export class PaceView {
  /** Share of the plan's days that are over. */
  elapsed: number;
  goal: number;
  lower: number;
  upper: number;

  @ApiProperty({ type: 'string', enum: [...VERDICTS] })
  verdict: (typeof VERDICTS)[number];
}

/** How far a plan is kept, for the customers that you see. */
export class PlanProgressView {
  /** Null for a plan that was not approved. */
  expansion: ExpansionView | null;

  /** The organisation's day up to which it is counted. */
  asOf: string;
  total: FiguresView;

  /** Null before the plan begins and where nothing is planned. */
  pace: PaceView | null;

  /** Audience customers with an effective communication that keeps one of the plan's touchpoints ÷ audience. */
  reach: ShareView;

  /** In the plan's order. */
  items: ItemProgressView[];

  /** Most planned first. */
  people: PersonProgressView[];
}

/** Which of the customers that a plan has not reached. */
export class NotReachedFilter {
  /** Only those of this owner. */
  @Id({ optional: true })
  ownerId?: string;

  /** Only those in the audience of this item, that it has not reached. */
  @Id({ optional: true })
  itemId?: string;
}

/** Which page of them. */
export class NotReachedQuery extends NotReachedFilter {
  /** The cursor of the page before. */
  @Text({ max: 2_000, optional: true })
  after?: string;
}

/** A customer of the audience without an effective communication that keeps one of the plan's touchpoints. */
export class NotReachedRow {
  customerId: string;
  name: string;
  ownerId: string | null;

  /** When its next touchpoint of this plan is due. */
  nextOn: string | null;

  /** How many of this plan were missed. */
  missed: number;
  lastContactAt: string | null;
}

/** A page of them, by name. */
export class NotReachedPage {
  items: NotReachedRow[];
  next: string | null;
}

/** What closing a plan would do. */
export class ClosingPreviewView {
  /** Touchpoints that are still open and would be cancelled. */
  open: number;

  /** Of those, already due. */
  due: number;
}
