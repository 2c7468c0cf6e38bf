import { OneOf, Text, Whole } from '../../platform/http/fields.ts';
import type { CustomerKind } from '../customer.values.ts';

/** By what a customer can be found. */
export const MATCHES = ['name', 'pinyin', 'initials', 'phone', 'email', 'person'] as const;
/** By what a customer was found. */
export type Match = (typeof MATCHES)[number];

/** The fields whose known values are offered while typing. */
export const SUGGESTED_FIELDS = ['source', 'industry', 'region', 'servedBy', 'tags'] as const;
/** One of those. */
export type SuggestedField = (typeof SUGGESTED_FIELDS)[number];

/** What is looked for. */
export class SearchQuery {
  /** A name or part of it, pinyin or initials, the tail of a telephone number, an e-mail address or its beginning. */
  @Text({ max: 100 })
  q: string;

  /** Left out: ten. */
  @Whole({ min: 1, max: 50, optional: true })
  limit?: number;
}

/** A customer that was found, and by what. */
export class SearchHitView {
  id: string;
  name: string;
  kind: CustomerKind;
  tierId: string;
  stageId: string;
  ownerId: string | null;
  matched: Match;
  /** The number, the address or the contact person that was found; null for the customer's own name. */
  detail: string | null;
}

/** What was found. */
export class SearchResultView {
  /** Best first. */
  items: SearchHitView[];
}

/** At least one of the three. */
export class DuplicatesQuery {
  @Text({ max: 200, optional: true })
  name?: string;

  @Text({ max: 254, optional: true })
  phone?: string;

  @Text({ max: 254, optional: true })
  email?: string;
}

/** Which values to suggest. */
export class SuggestionsQuery {
  @OneOf(SUGGESTED_FIELDS)
  field: SuggestedField;

  /** What the value begins with or holds. */
  @Text({ max: 60, min: 0, optional: true })
  q?: string;
}

/** Values that other customers have. */
export class SuggestionsView {
  /** Most used first, at most twenty. */
  items: string[];
}
