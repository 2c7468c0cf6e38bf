import { ApiProperty } from '@nestjs/swagger';
import { Day, Flag, Id, Ids, OneOf, Text, TimeOfDay, Whole } from '../../platform/http/fields.ts';
import { CADENCE_REASONS, CADENCE_STATES, type CadenceReason, type CadenceState, type CadenceTarget } from './cadence-state.rules.ts';
import { CADENCE_ANCHORS, CADENCE_UNITS, type CadenceAnchor, type CadenceUnit } from './cadence.rules.ts';

const TARGETS = ['tier', 'segment', 'customer'];

/** How often to contact, and how; what is left out is the usual. */
export class WriteCadence {
  /** Units from which the next contact is due. */
  @Whole({ min: 1, max: 1_000 })
  ideal: number;

  /** Units after which the customer counts as neglected. */
  @Whole({ min: 1, max: 1_000 })
  maximum: number;

  /** Left out: working days. */
  @OneOf(CADENCE_UNITS, { optional: true })
  unit?: CadenceUnit;

  /** Left out: sliding. */
  @OneOf(CADENCE_ANCHORS, { optional: true })
  anchor?: CadenceAnchor;

  /** The first slot of a fixed cadence. */
  @Day({ optional: true, nullable: true })
  anchorOn?: string | null;

  /** Preferred channels, the best first. */
  @Ids({ max: 10, optional: true })
  channelIds?: string[];

  /** Hours of the customer's day at which contact is best; both or neither. */
  @TimeOfDay({ optional: true, nullable: true })
  hoursFrom?: string | null;

  @TimeOfDay({ optional: true, nullable: true })
  hoursUntil?: string | null;

  /** Silent attempts in a row after which it stops. */
  @Whole({ min: 1, max: 50, optional: true, nullable: true })
  stopAfterAttempts?: number | null;

  /** The first day on which it asks for nothing any more. */
  @Day({ optional: true, nullable: true })
  stopOn?: string | null;

  /** Whether a customer who converted once, and is open again, is left alone. */
  @Flag({ optional: true })
  stopsWhenConverted?: boolean;
}

/** A new cadence for the customers of a segment. */
export class AddSegmentCadence extends WriteCadence {
  @Text({ max: 120 })
  name: string;

  @Id()
  segmentId: string;
}

/** A changed cadence of a tier or a segment. */
export class ChangeCadence extends WriteCadence {
  /** Of a segment's only; left out: as it was. */
  @Text({ max: 120, optional: true })
  name?: string;
}

/** All cadences of segments, the one that counts most first. */
export class OrderCadences {
  @Ids({ max: 200 })
  ids: string[];
}

/** Leaves a customer alone for a while. */
export class PauseCadence {
  /** The first day on which the cadence asks again. */
  @Day()
  until: string;

  @Text({ max: 300 })
  reason: string;
}

/** What a cadence says. */
export class CadenceTermsView {
  ideal: number;
  maximum: number;

  @ApiProperty({ type: 'string', enum: [...CADENCE_UNITS] })
  unit: CadenceUnit;

  @ApiProperty({ type: 'string', enum: [...CADENCE_ANCHORS] })
  anchor: CadenceAnchor;

  anchorOn: string | null;
  channelIds: string[];
  hoursFrom: string | null;
  hoursUntil: string | null;
  stopAfterAttempts: number | null;
  stopOn: string | null;
  stopsWhenConverted: boolean;
}

/** A cadence of a tier (whose id it has) or of a segment. */
export class CadenceView extends CadenceTermsView {
  id: string;

  @ApiProperty({ type: 'string', enum: TARGETS })
  target: CadenceTarget;

  /** Empty for a tier, which has names of its own. */
  name: string;
  segmentId: string | null;
  segmentName: string | null;

  /** Whoever wrote it first; one of a segment counts for those of its customers that they see. Null for a tier's. */
  authorId: string | null;
  authorName: string | null;

  /** Whether you may change it. */
  canChange: boolean;
  isArchived: boolean;

  /** Open customers of yours for whom it counts now. */
  customers: number;
  version: number;
}

/** Every cadence that counts for more than one customer. */
export class CadencesView {
  /** By importance of the tier. */
  tiers: CadenceView[];

  /** In the order in which they count; archived ones last. */
  segments: CadenceView[];

  /** Whether you may say which of them counts first: you may change every one of them. */
  canOrder: boolean;

  /** Open customers of yours that have a cadence of their own. */
  own: number;
}

/** How a customer stands to its cadence, and why. */
export class CustomerCadenceView {
  customerId: string;

  @ApiProperty({ type: 'string', enum: [...CADENCE_STATES] })
  state: CadenceState;

  @ApiProperty({ type: 'string', enum: [...CADENCE_REASONS] })
  reason: CadenceReason;

  /** Whose cadence counts. */
  @ApiProperty({ type: 'string', enum: TARGETS })
  target: CadenceTarget;

  /** Of a segment's cadence; empty for a tier's and for the customer's own. */
  name: string;
  terms: CadenceTermsView;
  lastEffectiveAt: string | null;

  /** The first working day of the owner on which the next contact is due; null while the cadence asks for nothing. */
  dueOn: string | null;

  /** From that day on the customer counts as neglected. */
  overdueFrom: string | null;

  /** Days since it was due; 0 before that. */
  daysLate: number;
  nextTouchpointOn: string | null;

  /** Of "none, because …". */
  nextStepReason: string | null;
  pausedUntil: string | null;
  pauseReason: string | null;
  stoppedAt: string | null;

  /** Whether you may pause it, and let it go on. */
  canPause: boolean;

  /** Whether you may give the customer a cadence of its own. */
  canChange: boolean;

  /** Of the customer. */
  version: number;
}
