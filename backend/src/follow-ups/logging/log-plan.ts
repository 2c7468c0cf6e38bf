import { type WorkingCalendar, invalid, localDateOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { type Due, dueOf, isSameDue, respectLimits, zoneOfOwner } from '../../touchpoints/index.ts';
import type { LogContact } from './log-contact.dto.ts';
import type { LogContext, OpenTouchpoint } from './log-context.ts';
import { type Match, keepsTouchpoint, matchTouchpoint } from './matching.rules.ts';

/** The touchpoint that is to happen next, with its date. */
export interface PlannedNext extends Due {
  readonly ownerId: string;
  readonly channelId: string | null;
  readonly purpose: string;
  readonly isPromised: boolean;
  /** The open touchpoint that takes this date; null: a new one is planned. */
  readonly moves: OpenTouchpoint | null;
}

/** What a contact does to touchpoints. */
export interface LogPlan {
  readonly kept: Match<OpenTouchpoint> | null;
  readonly next: PlannedNext | null;
}

/** When and by whom, beside what was given. */
export interface LogMoment {
  readonly actor: Actor;
  readonly occurredAt: Date;
  readonly now: Date;
}

/** The open touchpoint that the contact is about: the chosen one (`touchpoint_is_not_open` when it is not), none, or the one that the rule finds. */
export function addressedBy(given: LogContact, context: LogContext, { actor, occurredAt }: LogMoment, calendar: WorkingCalendar | null): Match<OpenTouchpoint> | null {
  const { touchpointId } = given;
  if (touchpointId === null || context.open.length === 0 && touchpointId === undefined) return null;
  if (touchpointId !== undefined) {
    const touchpoint = context.open.find(({ id }) => id === touchpointId);
    if (!touchpoint) throw invalid('touchpointId', 'touchpoint_is_not_open');
    return { touchpoint, because: 'chosen' };
  }
  const contact = { authorId: actor.personId, channelId: given.channelId, on: localDateOf(occurredAt, actor.timeZone), dispositionKind: context.dispositionKind };
  return calendar && matchTouchpoint(contact, context.open, calendar);
}

/** What becomes of touchpoints: a contact that reached keeps the one it is about; an attempt leaves it open, and a new next date then moves it. */
export function planOf(given: LogContact, context: LogContext, moment: LogMoment, addressed: Match<OpenTouchpoint> | null): LogPlan {
  const isKept = keepsTouchpoint(context.dispositionKind, given.validity);
  const open = isKept ? null : (addressed?.touchpoint ?? null);
  return { kept: isKept ? addressed : null, next: given.nextStep.kind === 'touchpoint' ? nextOf(given, context, moment, open) : null };
}

function nextOf(given: LogContact, context: LogContext, { actor, now }: LogMoment, moves: OpenTouchpoint | null): PlannedNext {
  const { nextStep, overrideReason } = given;
  const ownerId = nextStep.ownerId ?? moves?.ownerId ?? actor.personId;
  const keepsOwner = moves?.ownerId === ownerId;
  const timeZone = keepsOwner ? moves.ownerZone : zoneOfOwner(actor, { ...context, ownerId, path: 'nextStep.' });
  const due = dueOf(nextStep, { now, timeZone, path: 'nextStep.' });
  const channelId = nextStep.channelId === undefined ? (moves?.channelId ?? null) : nextStep.channelId;
  respectLimits({ channelId, at: due.dueAt, overrideReason, path: 'nextStep.' }, context);
  return { ...due, ownerId, channelId, purpose: nextStep.purpose || moves?.purpose || '', isPromised: nextStep.isPromised ?? moves?.isPromised ?? false, moves };
}

/** The due date of an open touchpoint as it was read. */
export const dueOfOpen = ({ dueOn, dueAt }: OpenTouchpoint): Due => ({ dueOn, dueAt: dueAt === null ? null : new Date(dueAt) });

/** Whether the next step gives the open touchpoint another date. */
export const isMove = (next: PlannedNext | null): boolean => next?.moves != null && !isSameDue(next, dueOfOpen(next.moves));
