import { Id, Texts, Whole } from '../platform/http/fields.ts';

/** Why two customers may be the same: a name, a phone number, an e-mail address or a WeChat id of theirs is. */
export const DUPLICATE_REASONS = ['name', 'phone', 'email', 'wechat'] as const;
/** One of those. */
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** A customer that may be the same one. */
export class DuplicateView {
  id: string;
  name: string;
  ownerName: string | null;
  stageId: string;
  reasons: DuplicateReason[];
  archived: boolean;
}

/** A customer of which somebody said that it is another one. */
export class ToldApartFromView {
  id: string;
  name: string;
  /** Who said so, and when: an instant. */
  byName: string;
  toldAt: string;
}

/** Customers that may be the same one, at most ten, those with the most in common first. */
export class DuplicatesView {
  items: DuplicateView[];
  /** Customers that are not the same one, because somebody said so; the newest word first, at most fifty. */
  toldApart: ToldApartFromView[];
}

/** The customer that is not this one. */
export class TellApart {
  @Id()
  otherId: string;
}

/** Two customers of which it was said, or taken back, that they are not the same. */
export class ToldApartView {
  customerId: string;
  otherId: string;
}

/** The customer that would be merged into this one. */
export class PreviewMerge {
  @Id()
  otherId: string;
}

/** Merges another customer into this one, which stays. */
export class MergeCustomers {
  @Id()
  otherId: string;

  /** Keys of the fields that are taken from the other one, as the preview names them; of all others the kept one's value stays. */
  @Texts({ max: 200, length: 60 })
  take: string[];

  /** Of the customer that stays, as it was looked at. */
  @Whole({ min: 1, max: 2_000_000_000 })
  version: number;

  /** Of the other one. */
  @Whole({ min: 1, max: 2_000_000_000 })
  otherVersion: number;
}

/** A field in which one of the two values stays. */
export class MergeFieldView {
  /**
   * `name`, `kind`, `ownerId` (the owner with the team), `tierId`, `stageId`, `source`, `industry`, `region`, `isServed`, `servedBy`, `note`, `formOfAddress`, `preferredChannelId`,
   * `preferredHours`, `quietHours`, `timeZone`, `externalId`, or `custom.` with the id of a custom field.
   */
  key: string;
  /** As it is shown, in the reader's language: names of people and words, days as YYYY-MM-DD, yes and no as `true` and `false`, `kind` as its word of the API; null when empty. */
  kept: string | null;
  other: string | null;
  differs: boolean;
}

/** How many of each would move to the kept customer or be added to it. */
export class MergeMovesView {
  communications: number;
  /** Logs, events, tasks and requests on the timeline. */
  otherRecords: number;
  touchpoints: number;
  people: number;
  contactPoints: number;
  comments: number;
  stageChanges: number;
  planAudience: number;
  segments: number;
  approvals: number;
  grants: number;
  tags: number;
  /** Channels on which the other one must not be contacted, and the kept one from then on neither. */
  doNotContact: number;
}

/** What a merge would do. */
export class MergePreviewView {
  fields: MergeFieldView[];
  moves: MergeMovesView;
  /** Communications that would keep another touchpoint, or one for the first time, or none any more. */
  rematched: number;
  /** To be sent back with the merge. */
  version: number;
  otherVersion: number;
}

/** A merge that was done. */
export class MergedView {
  id: string;
  /** The customer that stays. */
  customerId: string;
  undoUntil: string;
}

/** A merge that was taken back. */
export class MergeUndoneView {
  id: string;
  customerId: string;
  otherId: string;
}
