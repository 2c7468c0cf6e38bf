import { ApiProperty } from '@nestjs/swagger';
import { NORM_REASONS, type NormReason, NormPointView } from '../../norms/index.ts';
import { Day, Id, Text } from '../../platform/http/fields.ts';

/** Whose norm is asked for: a contact that is about to be made. */
export class ApplyingNormQuery {
  @Id()
  customerId: string;

  @Id({ optional: true })
  channelId?: string;

  @Id({ optional: true })
  touchpointId?: string;
}

/** The norm of a contact, its script filled in. */
export class AppliedNormView {
  normId: string;

  /** To be sent with the ticked points. */
  versionId: string;
  number: number;
  name: string;

  /** The plan item names it, or it is that of the channel or of the contact kind. */
  @ApiProperty({ type: 'string', enum: [...NORM_REASONS] })
  because: NormReason;

  checklist: NormPointView[];
  script: string;
  dos: string[];
  donts: string[];
  responseMinutes: number | null;
  isResponseInWorkingTime: boolean;
}

/** The norm that applies, if any. */
export class ApplyingNormView {
  norm: AppliedNormView | null;
}

/** Days of a period: from the first one to before the last one, in the organisation's time. */
export class AdherenceQuery {
  @Day()
  from: string;

  @Day()
  until: string;
}

/** Which communications. */
export class AdherenceRowsQuery extends AdherenceQuery {
  @Id({ optional: true })
  normId?: string;

  @Id({ optional: true })
  personId?: string;
}

/** A page of them. */
export class AdherencePageQuery extends AdherenceRowsQuery {
  @Text({ max: 2_000, optional: true })
  after?: string;
}

/** A share with its basis; null where nothing is known. */
export class AdherenceShareView {
  /** 0 to 1. */
  value: number | null;
  count: number;
  n: number;

  /** Ends of the 95 % interval. */
  low: number | null;
  high: number | null;
}

/** How far norms were followed. */
export class AdherenceFiguresView {
  /** Communications in which a norm applied. */
  contacts: number;

  /** Those whose checklist was filled in ÷ all of them. */
  answered: AdherenceShareView;

  /** Ticked required points ÷ required points. */
  adherence: AdherenceShareView;

  /** Communications with every required point ticked ÷ those with a required point. */
  complete: AdherenceShareView;
}

/** One norm. */
export class NormAdherenceView extends AdherenceFiguresView {
  normId: string;
  name: string;
}

/** One author. */
export class PersonAdherenceView extends AdherenceFiguresView {
  personId: string;
  name: string;
}

/** Adherence in a period. */
export class AdherenceView {
  total: AdherenceFiguresView;

  /** Most communications first. */
  norms: NormAdherenceView[];
  people: PersonAdherenceView[];
}

/** One communication in which a norm applied. */
export class AdherenceRowView {
  followUpId: string;
  occurredAt: string;
  customerId: string;
  customerName: string;
  authorId: string;
  authorName: string;
  channelId: string;
  normId: string;
  normName: string;

  /** Of its version. */
  number: number;
  isAnswered: boolean;
  required: number;
  tickedRequired: number;

  /** Required points that were not ticked, in words. */
  missing: string[];
}

/** A page of those, newest first. */
export class AdherencePage {
  items: AdherenceRowView[];
  next: string | null;
}
