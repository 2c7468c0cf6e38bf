import type { LocalDate } from '../../kernel/index.ts';

/** What can be put right in a record, whole. */
export interface CorrectableContent {
  readonly channelId: string | null;
  readonly direction: 'outbound' | 'inbound' | null;
  readonly dispositionId: string | null;
  readonly occurredAt: Date;
  readonly contactPersonId: string | null;
  readonly outcomeId: string | null;
  readonly evaluation: number | null;
  readonly validity: 'unassessed' | 'valid' | 'invalid';
  readonly invalidReason: string | null;
  readonly subject: string;
  readonly text: string;
  readonly durationSeconds: number | null;
  readonly touchpointId: string | null;
  /** Why it counted for that touchpoint. */
  readonly countedBecause: string | null;
}

/** The same after a correction, with what follows from it. */
export interface CorrectedContent extends CorrectableContent {
  readonly occurredOn: LocalDate;
  readonly isEffective: boolean;
  readonly respondBy: Date | null;
}

const TRACED = [
  'channelId', 'direction', 'dispositionId', 'occurredAt', 'contactPersonId', 'outcomeId', 'evaluation', 'validity', 'invalidReason', 'subject', 'text', 'durationSeconds', 'touchpointId', 'countedBecause',
] as const satisfies readonly (keyof CorrectableContent)[];
const OF_A_LOG: ReadonlySet<string> = new Set(['subject', 'text', 'occurredAt']);

const plain = (value: string | number | Date | null): string | number | null => (value instanceof Date ? value.toISOString() : value);

/** The properties that differ, with their former and their new values. */
export function changesOf(before: CorrectableContent, after: CorrectableContent): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const changed = TRACED.filter((key) => plain(before[key]) !== plain(after[key]));
  const pick = (content: CorrectableContent) => Object.fromEntries(changed.map((key) => [key, plain(content[key])]));
  return { before: pick(before), after: pick(after) };
}

/** Whether the answer deadline has to be counted anew. */
export const isAnswerAffected = (before: Omit<CorrectableContent, 'touchpointId' | 'countedBecause'>, after: Omit<CorrectableContent, 'touchpointId' | 'countedBecause'>): boolean =>
  before.channelId !== after.channelId || before.direction !== after.direction || before.dispositionId !== after.dispositionId || before.occurredAt.getTime() !== after.occurredAt.getTime();

/** The first given property that a log does not have; null when there is none. */
export const notForALog = (given: object): string | null => Object.entries(given).find(([key, value]) => value !== undefined && !OF_A_LOG.has(key))?.[0] ?? null;

/** A traced value as text. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);
