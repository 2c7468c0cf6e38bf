import { type WorkingCalendar, addWorkingHours, closingOf } from '../../kernel/index.ts';

/** What a channel promises to those who contact us on it. */
export interface ResponsePromise {
  readonly isTwoWay: boolean;
  readonly isLive: boolean;
  /** Null: by the end of the same working day. */
  readonly responseMinutes: number | null;
  readonly isResponseInWorkingTime: boolean;
}

/** A contact as far as an answer depends on it. */
export interface Answerable {
  readonly direction: 'outbound' | 'inbound';
  readonly dispositionKind: string;
  readonly occurredAt: Date;
  /** `none` says, with its reason, that no answer is needed. */
  readonly nextStep: 'touchpoint' | 'cadence' | 'none' | null;
}

const MISSED = new Set(['no_answer', 'busy', 'voicemail', 'call_back']);
const NO_MESSAGE = new Set(['wrong_number', 'bounced', 'refused']);
const MINUTE_MS = 60_000;

/** Whether somebody waits for our answer: an inbound message on a channel that is not live, or an inbound call that nobody took. */
export function needsAnswer({ direction, dispositionKind, nextStep }: Answerable, { isTwoWay, isLive }: ResponsePromise): boolean {
  if (direction !== 'inbound' || !isTwoWay || nextStep === 'none') return false;
  return isLive ? MISSED.has(dispositionKind) : !NO_MESSAGE.has(dispositionKind);
}

/** Until when an inbound contact should be answered by the promise of its channel, in the working time of who answers; null when it needs no answer. */
export function respondByOf(contact: Answerable, promise: ResponsePromise, calendar: WorkingCalendar): Date | null {
  if (!needsAnswer(contact, promise)) return null;
  const { responseMinutes, isResponseInWorkingTime } = promise;
  if (responseMinutes === null) return closingOf(contact.occurredAt, calendar);
  if (isResponseInWorkingTime) return addWorkingHours(contact.occurredAt, responseMinutes / 60, calendar);
  return new Date(contact.occurredAt.getTime() + responseMinutes * MINUTE_MS);
}
