import { type LocalDate, type WorkingCalendar, addWorkingDays, clockReaches, localDateOf, otherHalfOfDay, skipToOpening } from '../../kernel/index.ts';

/** What to do after an attempt that did not reach. */
export interface Retry {
  readonly kind: 'retry' | 'ask_time' | 'check_contact_point' | 'stop' | 'other_channel';
  readonly dueOn: LocalDate | null;
  readonly dueAt: Date | null;
  readonly half: 'morning' | 'afternoon' | null;
}

/** An outbound attempt that nobody answered, on its local day. */
export interface SilentAttempt {
  readonly on: LocalDate;
}

/** Hours HH:mm of the customer's day at which contact is best. */
export interface BestHours {
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
}

const BUSY_WAIT_MS = 2 * 3_600_000;
const VOICEMAIL_DAYS = 2;
const ATTEMPTS_BEFORE_ANOTHER_CHANNEL = 3;
const SILENT = new Set(['no_answer', 'busy', 'voicemail']);

const only = (kind: Retry['kind']): Retry => ({ kind, dueOn: null, dueAt: null, half: null });

/** Whether nobody answered: what counts towards another channel. */
export const isSilent = (dispositionKind: string): boolean => SILENT.has(dispositionKind);

/**
 * The retry table. No answer: the next working day, the other half of the day. Voicemail: two working days later. Busy: two hours later, in working time.
 * Call back later: the time that was asked for. Wrong number, bounced: check the contact point. Refused: stop and update the preference.
 * The third silent attempt on a third day proposes another channel (for the next working day). Null when there is nothing to retry.
 * `earlier` are the silent attempts since the customer was last heard, on the same channel. Where the best hours lie in that half of the day, the retry is moved into them.
 */
export function retryAfter(dispositionKind: string, at: Date, earlier: readonly SilentAttempt[], calendar: WorkingCalendar, best: BestHours | null = null): Retry | null {
  const today = localDateOf(at, calendar.timeZone);
  if (SILENT.has(dispositionKind)) {
    const days = new Set([...earlier.map(({ on }) => on), today]);
    const attempts = earlier.length + 1;
    if (attempts >= ATTEMPTS_BEFORE_ANOTHER_CHANNEL && days.size >= ATTEMPTS_BEFORE_ANOTHER_CHANNEL)
      return { ...only('other_channel'), dueOn: addWorkingDays(today, 1, calendar) };
  }
  return inTable(dispositionKind, at, today, calendar, best);
}

function inTable(dispositionKind: string, at: Date, today: LocalDate, calendar: WorkingCalendar, best: BestHours | null): Retry | null {
  switch (dispositionKind) {
    case 'no_answer': {
      const { on, half, from, until } = otherHalfOfDay(at, calendar);
      return { kind: 'retry', dueOn: on, dueAt: best ? inBestHours({ on, from, until }, best, calendar) : from, half };
    }
    case 'voicemail':
      return { ...only('retry'), dueOn: addWorkingDays(today, VOICEMAIL_DAYS, calendar) };
    case 'busy': {
      const dueAt = skipToOpening(new Date(at.getTime() + BUSY_WAIT_MS), calendar);
      return { ...only('retry'), dueOn: localDateOf(dueAt, calendar.timeZone), dueAt };
    }
    case 'call_back':
      return only('ask_time');
    case 'wrong_number':
    case 'bounced':
      return only('check_contact_point');
    case 'refused':
      return only('stop');
    default:
      return null;
  }
}

/** The first moment of a half day that lies in the best hours and in working time; its beginning where there is none. */
function inBestHours({ on, from, until }: { on: LocalDate; from: Date; until: Date }, best: BestHours, calendar: WorkingCalendar): Date {
  const [bestFrom, bestUntil] = [clockReaches(on, best.from, best.timeZone), clockReaches(on, best.until, best.timeZone)];
  const first = skipToOpening(bestFrom > from ? bestFrom : from, calendar);
  return first < bestUntil && first < until ? first : from;
}
