import { Id, Instant, OneOf, Text, Whole } from '../../platform/http/fields.ts';
import type { Direction, Validity } from '../follow-up.entity.ts';
import { DIRECTIONS, VALIDITIES } from './log-contact.dto.ts';

/** What is put right in a communication or a log; what is left out stays. */
export class CorrectFollowUp {
  @Id({ optional: true })
  channelId?: string;

  @Id({ optional: true })
  dispositionId?: string;

  @OneOf(DIRECTIONS, { optional: true })
  direction?: Direction;

  @Instant({ optional: true })
  occurredAt?: string;

  @Id({ optional: true, nullable: true })
  contactPersonId?: string | null;

  @Id({ optional: true, nullable: true })
  outcomeId?: string | null;

  @Whole({ min: 1, max: 5, optional: true, nullable: true })
  evaluation?: number | null;

  @OneOf(VALIDITIES, { optional: true })
  validity?: Validity;

  @Text({ max: 300, min: 0, optional: true, nullable: true })
  invalidReason?: string | null;

  @Text({ max: 200, min: 0, optional: true })
  subject?: string;

  @Text({ max: 20_000, min: 0, optional: true })
  text?: string;

  @Whole({ min: 0, max: 86_400, optional: true, nullable: true })
  durationSeconds?: number | null;
}

/** One property before and after a correction. */
export class CorrectedPropertyView {
  property: string;
  before: string | null;
  after: string | null;
}

/** One correction of a record: when, by whom, what. */
export class CorrectionView {
  id: string;
  correctedAt: string;
  correctedById: string;
  correctedByName: string;
  changes: CorrectedPropertyView[];
}

/** Every correction of a record, newest first. */
export class CorrectionsView {
  items: CorrectionView[];
}
