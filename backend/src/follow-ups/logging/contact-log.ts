import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { StageHistory } from '../../customers/index.ts';
import { Refusal, type WorkingCalendar, invalid, invalidFields, localDateOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { CLOCK_SKEW_MS } from '../../touchpoints/index.ts';
import { keepNormAnswer } from '../adherence/norm-answers.ts';
import { invalidReasonOf, isEffective } from './judgement.rules.ts';
import type { LogContact, LoggedView } from './log-contact.dto.ts';
import { type LogContext, type OpenTouchpoint, contextFor } from './log-context.ts';
import { withLateOnes } from './late-log.ts';
import { type LogMoment, type LogPlan, addressedBy, dueOfOpen, isMove, planOf } from './log-plan.ts';
import { type LoggedValues, writeContact } from './log.statement.ts';
import { checkNextStep } from './next-step.rules.ts';
import { needsAnswer, respondByOf } from './respond-by.rules.ts';
import { UNDO_SHOWN_MS } from './undo.rules.ts';

/** Somebody changed the touchpoint between our reading and our writing: read again. */
class ReadAgain extends Error {}
const MOST_READINGS = 3;

/** The main job: logs a contact with its next step. */
@Injectable()
export class ContactLog {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendars: WorkingCalendars,
    private readonly stages: StageHistory,
    private readonly clock: Clock,
  ) {}

  /**
   * One transaction: the record, the touchpoint that it keeps, the next one (new, or the open one moved), a stage change, the audit entry.
   * Refuses what lies ahead (`not_yet_happened`), and a channel that the customer does not want without a reason (`do_not_contact`).
   */
  async log(actor: Actor, given: LogContact): Promise<LoggedView> {
    const now = this.clock.now();
    const occurredAt = given.occurredAt ? new Date(given.occurredAt) : now;
    if (occurredAt.getTime() > now.getTime() + CLOCK_SKEW_MS) throw invalid('occurredAt', 'not_yet_happened');
    checkNextStep(given.nextStep);
    const moment = { actor, now, occurredAt: occurredAt > now ? now : occurredAt };
    for (let reading = 1; ; reading++) {
      try {
        return await this.transactions.run(actor, (tx) => this.write(tx, given, moment));
      } catch (error) {
        if (!(error instanceof ReadAgain)) throw error;
        if (reading === MOST_READINGS) throw invalid('touchpointId', 'touchpoint_is_not_open');
      }
    }
  }

  private async write(tx: EntityManager, given: LogContact, moment: LogMoment): Promise<LoggedView> {
    const context = await withLateOnes(tx, await contextFor(tx, moment.actor, given), given, moment);
    if ((given.direction ?? 'outbound') === 'outbound' && context.doNotContact.includes(given.channelId) && !given.overrideReason) throw invalid('channelId', 'do_not_contact');
    const answerable = { direction: given.direction ?? 'outbound', dispositionKind: context.dispositionKind, occurredAt: moment.occurredAt, nextStep: given.nextStep.kind };
    const isCalendarNeeded = (given.touchpointId === undefined && context.open.length > 0) || needsAnswer(answerable, context);
    const [mine, owners] = isCalendarNeeded ? await this.calendarsOf(tx, context, moment.actor.personId) : [null, null];
    const addressed = addressedBy(given, context, moment, mine);
    const plan = planOf(given, context, moment, addressed);
    const respondBy = owners && respondByOf(answerable, context, owners);
    const values = valuesOf(given, context, moment, plan, respondBy);
    const [done] = await writeContact.rows<{ kept: number; moved: number }>(tx, values);
    if (done?.kept !== (values.keptId ? 1 : 0) || done.moved !== (values.movedId ? 1 : 0)) throw new ReadAgain();
    if (given.norm) await keepNormAnswer(tx, given.norm, { followUpId: values.id, channelId: values.channelId, touchpointId: addressed?.touchpoint.id ?? null });
    if (given.stageChange) await this.changeStage(tx, given, moment, values.id);
    return viewOf(values);
  }

  private async changeStage(tx: EntityManager, { customerId, stageChange }: LogContact, { actor, occurredAt }: LogMoment, followUpId: string): Promise<void> {
    if (!stageChange) return;
    try {
      await this.stages.changeStage(tx, actor, { ...stageChange, reason: stageChange.reason || null, customerId, at: occurredAt, followUpId });
    } catch (error) {
      throw error instanceof Refusal && error.fields.length > 0 ? invalidFields(error.fields.map((wrong) => ({ ...wrong, field: fieldOfStage(wrong.field) }))) : error;
    }
  }

  /** Those of the author and of the customer's owner (or the author again). */
  private async calendarsOf(tx: EntityManager, { customerOwnerId: ownerId, calendarVersion }: LogContext, authorId: string): Promise<[WorkingCalendar | null, WorkingCalendar | null]> {
    const found = await this.calendars.forPeople(tx, ownerId === null ? [authorId] : [authorId, ownerId], calendarVersion);
    const mine = found.get(authorId) ?? null;
    return [mine, (ownerId === null ? undefined : found.get(ownerId)) ?? mine];
  }
}

/** The time of a stage change is that of the contact. */
const fieldOfStage = (field: string): string => (field === 'at' ? 'occurredAt' : `stageChange.${field}`);

function valuesOf(given: LogContact, context: LogContext, { actor, occurredAt, now }: LogMoment, { kept, next }: LogPlan, respondBy: Date | null): LoggedValues {
  const validity = given.validity ?? 'unassessed';
  const evaluation = given.evaluation ?? null;
  const plannedId = next && !next.moves ? newId() : null;
  const moveId = isMove(next) ? newId() : null;
  const from = next?.moves ? dueOfOpen(next.moves) : null;
  const details = { kept: kept && undoable(kept.touchpoint), moved: next?.moves && undoable(next.moves), planned: plannedId, move: moveId, overrideReason: given.overrideReason };
  return {
    id: newId(), customerId: given.customerId, personId: actor.personId, occurredAt, occurredOn: localDateOf(occurredAt, actor.organisation.timeZone), now,
    channelId: given.channelId, direction: given.direction ?? 'outbound', dispositionId: given.dispositionId, outcomeId: given.outcomeId ?? null,
    evaluation, validity, invalidReason: invalidReasonOf(validity, given.invalidReason),
    isEffective: isEffective({ dispositionKind: context.dispositionKind, isTwoWay: context.isTwoWay, evaluation, validity }),
    contactPersonId: given.contactPersonId ?? null, subject: given.subject ?? '', text: given.text ?? '', durationSeconds: given.durationSeconds ?? null,
    keptId: kept?.touchpoint.id ?? null, keptVersion: kept?.touchpoint.version ?? null, countedBecause: kept?.because ?? (given.touchpointId === null ? 'chosen' : null),
    nextStep: given.nextStep.kind, nextStepReason: given.nextStep.reason || null, nextId: plannedId ?? next?.moves?.id ?? null, respondBy,
    movedId: next?.moves?.id ?? null, movedVersion: next?.moves?.version ?? null, moveId, fromOn: from?.dueOn ?? null, fromAt: from?.dueAt ?? null,
    plannedId, ownerId: next?.ownerId ?? null, nextChannelId: next?.channelId ?? null, purpose: next?.purpose ?? null,
    dueOn: next?.dueOn ?? null, dueAt: next?.dueAt ?? null, isPromised: next?.isPromised ?? null, auditId: newId(), details: JSON.stringify(details),
  };
}

/** What undo needs to put a touchpoint back; kept in the audit entry. */
const undoable = ({ id, ownerId, channelId, purpose, dueOn, dueAt, isPromised, timesMoved, remindAt, version }: OpenTouchpoint): Record<string, unknown> => ({
  id, ownerId, channelId, purpose, dueOn, dueAt, isPromised, timesMoved, remindAt, version,
});

const viewOf = (values: LoggedValues): LoggedView => ({
  id: values.id,
  customerId: values.customerId,
  version: 1,
  keptTouchpointId: values.keptId,
  countedBecause: values.keptId === null ? null : values.countedBecause,
  nextTouchpointId: values.nextId,
  isNextTouchpointMoved: values.moveId !== null,
  respondBy: values.respondBy?.toISOString() ?? null,
  undoUntil: new Date(values.now.getTime() + UNDO_SHOWN_MS).toISOString(),
});
