import type { LocalDate } from '../../kernel/index.ts';
import type { Ticks } from '../company/norms.ts';

/** What a contact of the story ends with. */
export type Next =
  | { readonly kind: 'touchpoint'; readonly on?: LocalDate; readonly at?: Date; readonly channel?: string; readonly purpose: string; readonly isPromised?: boolean }
  | { readonly kind: 'cadence' }
  | { readonly kind: 'none'; readonly reason: string };

/** A stage that a contact brings about. */
export interface StageReached {
  readonly stage: string;
  readonly amount?: number;
  readonly reason?: string;
}

/** A contact of the story, in the words of the vocabulary. */
export interface ContactStep {
  readonly kind: 'contact';
  /** When it was typed. */
  readonly at: Date;
  readonly occurredAt: Date;
  readonly channel: string;
  readonly disposition: string;
  readonly direction?: 'inbound';
  readonly outcome?: string;
  readonly evaluation?: number;
  readonly validity?: 'valid' | 'invalid';
  readonly invalidReason?: string;
  readonly text: string;
  readonly durationSeconds?: number;
  /** Place of who was spoken to among the contact people. */
  readonly person: number;
  /** Which open touchpoint it is about: the chosen one, what the matching rule finds, or none. */
  readonly about: 'chosen' | 'found' | 'none';
  readonly next: Next;
  readonly stage?: StageReached;
  /** Which points of the norm's checklist were ticked, by their places. */
  readonly ticks?: Ticks;
  readonly comment?: { readonly text: string; readonly at: Date };
}

/** One thing that happens to a customer; steps stand in the order of their moments. */
export type Step =
  | ContactStep
  | { readonly kind: 'missed'; readonly at: Date }
  | { readonly kind: 'cancelled'; readonly at: Date; readonly reason: string }
  | { readonly kind: 'stage'; readonly at: Date; readonly reached: StageReached }
  | { readonly kind: 'given'; readonly at: Date };

/** A customer's whole story; until it is given on, it is another colleague's. */
export interface Story {
  readonly createdAt: Date;
  readonly steps: readonly Step[];
  readonly isGivenOn: boolean;
}
