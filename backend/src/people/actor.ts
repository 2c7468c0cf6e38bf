import type { Language } from '../kernel/index.ts';
import type { Requester } from '../platform/database/transactions.ts';
import type { Role } from './person.entity.ts';

/** The person on whose behalf a request runs, with the rights and the rows that are theirs at this moment. */
export interface Actor extends Requester {
  readonly personId: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly language: Language;
  readonly timeZone: string;
  readonly roles: readonly Role[];
  readonly sees: Visibility;
  /** The organisation's zone and currency, needed by nearly every use case. */
  readonly organisation: { readonly timeZone: string; readonly currency: string };
}

/** Whose customers and which teams' customers a person sees. */
export interface Visibility {
  readonly all: boolean;
  readonly ownerIds: readonly string[];
  readonly teamIds: readonly string[];
}
