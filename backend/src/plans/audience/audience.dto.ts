import { ApiProperty } from '@nestjs/swagger';
import { Ids, Whole } from '../../platform/http/fields.ts';

const HOW = ['frozen', 'by_hand', 'by_rule'] as const;

/** How many of the first customers to show. */
export class PreviewAudience {
  /** Left out: 10. */
  @Whole({ min: 1, max: 200, optional: true })
  limit?: number;
}

/** A customer of an audience. */
export class AudienceRow {
  id: string;
  name: string;
  ownerId: string | null;
  tierId: string;
  stageId: string;
}

/** The audience of a plan item. */
export class AudienceView {
  /** Customers that the planner sees; once frozen, those of the frozen ones that you see. */
  count: number;

  /** Of those, the ones that belong to nobody. */
  unowned: number;

  isFrozen: boolean;

  /** The first by name that you see. */
  items: AudienceRow[];
}

/** A customer that has changed sides since the audience was frozen. */
export class AudienceChangeRow extends AudienceRow {
  /** How it came into the audience; null while it is not in it. */
  @ApiProperty({ type: 'string', enum: [...HOW], nullable: true })
  how: (typeof HOW)[number] | null;
}

/** What the segment and the frozen audience disagree about. */
export class AudienceChangesView {
  /** In the segment now, not in the audience. */
  joinedCount: number;
  joined: AudienceChangeRow[];

  /** In the audience, not in the segment any more. */
  leftCount: number;
  left: AudienceChangeRow[];
}

/** Takes customers into a frozen audience, and out of it. */
export class ChangeAudience {
  @Ids({ max: 5_000, optional: true })
  add?: string[];

  @Ids({ max: 5_000, optional: true })
  remove?: string[];
}

/** Who came into a frozen audience or left it at one moment. */
export class AudienceEventView {
  at: string;
  itemId: string;

  /** By somebody, or because the item follows its segment. */
  @ApiProperty({ type: 'string', enum: ['by_hand', 'by_rule'] })
  how: 'by_hand' | 'by_rule';

  /** Who did it by hand. */
  personId: string | null;
  joined: number;
  left: number;
}

/** Changes of the audiences of a plan, newest first. */
export class AudienceEventsView {
  items: AudienceEventView[];
}
