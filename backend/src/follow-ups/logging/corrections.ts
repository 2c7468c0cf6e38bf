import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { forbidden, gone, invalid, localDateOf, notFound, stale } from '../../kernel/index.ts';
import { type Actor, rightsOf } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { CLOCK_SKEW_MS, refreshContactState } from '../../touchpoints/index.ts';
import { type PresentRecord, recordToChange, visibleRecords } from '../records.ts';
import { type CorrectedContent, changesOf, isAnswerAffected, notForALog, textOf } from './correction.rules.ts';
import type { CorrectFollowUp, CorrectionsView } from './corrections.dto.ts';
import { type CorrectedFacts, factsOf, keepTrace, releaseTouchpoint, writeCorrection } from './correction.statements.ts';
import { invalidReasonOf, isEffective } from './judgement.rules.ts';
import { keepAnew, rematched } from './rematching.ts';
import { respondByOf } from './respond-by.rules.ts';

const visible = (actor: Actor) => {
  const { sql, values } = visibleRecords(actor, 2);
  return { text: statement('corrected_record_visible', `SELECT 1 FROM follow_ups f LEFT JOIN customers c ON c.id = f.customer_id WHERE f.id = $1 AND f.withdrawn_at IS NULL AND ${sql}`), values };
};
const correctionsOf = statement(
  'corrections_of_a_record',
  `SELECT x.id, iso(x.corrected_at) AS "correctedAt", x.corrected_by_id AS "correctedById", p.name AS "correctedByName", x.before, x.after
   FROM corrections x JOIN people p ON p.id = x.corrected_by_id WHERE x.follow_up_id = $1 ORDER BY x.corrected_at DESC, x.id DESC`,
);
const touchpointsSaid = statement('touchpoints_of_corrections', `SELECT id, rtrim(to_char(due_on, 'YYYY-MM-DD') || ' ' || purpose) AS said FROM touchpoints WHERE id = ANY($1::uuid[])`);

interface TraceRow {
  id: string;
  correctedAt: string;
  correctedById: string;
  correctedByName: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** Puts records right and keeps what stood there before. */
@Injectable()
export class Corrections {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly calendars: WorkingCalendars,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Corrects a communication or a log: by its author, or with the right `records.correct`. Nothing but what is given changes; a changed time re-derives the
   * customer's state from the records and makes nothing "today". Which touchpoint a communication keeps is decided anew
   * when its time, channel, disposition or validity changes, unless it was chosen by hand.
   */
  correct(actor: Actor, id: string, version: number, given: CorrectFollowUp): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const record = await recordToChange(tx, actor, id, ['communication', 'log'], version);
      if (record.withdrawnAt) throw gone('withdrawn');
      if (record.authorId !== actor.personId && !rightsOf(actor.roles).includes('records.correct')) throw forbidden('only_its_author');
      const after = await this.corrected(tx, actor, record, given);
      const changes = changesOf(record, after);
      if (Object.keys(changes.after).length === 0) return;
      await this.write(tx, actor, record, after);
      await keepTrace.rows(tx, { id: newId(), followUpId: id, now: this.clock.now(), personId: actor.personId, before: JSON.stringify(changes.before), after: JSON.stringify(changes.after) });
      if (record.customerId) await refreshContactState(tx, [record.customerId]);
      await this.audit.record(tx, actor, 'follow_up.corrected', id, { properties: Object.keys(changes.after) });
    });
  }

  /** Every correction of a record, newest first. */
  async of(actor: Actor, id: string): Promise<CorrectionsView> {
    const { text, values } = visible(actor);
    if ((await rows(this.source, text, [id, ...values])).length === 0) throw notFound();
    const traces = await rows<TraceRow>(this.source, correctionsOf, [id]);
    const names = await this.touchpointsIn(traces);
    const said = (property: string, value: unknown): string | null => (property === 'touchpointId' && typeof value === 'string' ? (names.get(value) ?? value) : textOf(value));
    const items = traces.map(({ before, after, ...trace }) => ({
      ...trace,
      changes: Object.keys(after).sort().map((property) => ({ property, before: said(property, before[property]), after: said(property, after[property]) })),
    }));
    return { items };
  }

  /** Touchpoints in words: the due day, and what each is for. */
  private async touchpointsIn(traces: readonly TraceRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = traces.flatMap(({ before, after }) => [before.touchpointId, after.touchpointId]).filter((id) => typeof id === 'string');
    if (ids.length === 0) return new Map();
    const found = await rows<{ id: string; said: string }>(this.source, touchpointsSaid, [ids]);
    return new Map(found.map(({ id, said }) => [id, said]));
  }

  private async corrected(tx: EntityManager, actor: Actor, record: PresentRecord, given: CorrectFollowUp): Promise<CorrectedContent> {
    const { occurredAt: time, ...rest } = given;
    const occurredAt = time === undefined ? record.occurredAt : new Date(time);
    if (occurredAt.getTime() > this.clock.now().getTime() + CLOCK_SKEW_MS) throw invalid('occurredAt', 'not_yet_happened');
    const content = { ...contentOf(record), ...rest, occurredAt, occurredOn: localDateOf(occurredAt, actor.organisation.timeZone) };
    if (record.kind === 'log') {
      const field = notForALog(given);
      if (field) throw invalid(field, 'not_for_this_kind');
      return { ...content, isEffective: false, respondBy: null, touchpointId: null, countedBecause: null };
    }
    const facts = await this.facts(tx, record, content);
    const validity = content.validity;
    const judged = { ...content, invalidReason: invalidReasonOf(validity, content.invalidReason), isEffective: isEffective({ ...facts, evaluation: content.evaluation, validity }) };
    const kept = await rematched(tx, this.calendars, record, { ...judged, dispositionKind: facts.dispositionKind }, this.clock.now());
    return { ...judged, ...kept, respondBy: await this.respondBy(tx, record, content, facts) };
  }

  private async facts(tx: EntityManager, record: PresentRecord, content: ReturnType<typeof contentOf>): Promise<CorrectedFacts> {
    const [facts] = await factsOf.rows<CorrectedFacts>(tx, { ...content, customerId: record.customerId });
    if (facts?.isTwoWay == null) throw invalid('channelId', 'unknown_channel');
    if (!facts.dispositionKind) throw invalid('dispositionId', 'unknown_disposition');
    if (!facts.isContactPersonKnown) throw invalid('contactPersonId', 'unknown_contact_person');
    return facts;
  }

  private async respondBy(tx: EntityManager, record: PresentRecord, content: ReturnType<typeof contentOf>, facts: CorrectedFacts): Promise<Date | null> {
    if (!isAnswerAffected(record, content)) return record.respondBy;
    const contact = { direction: content.direction ?? 'outbound', dispositionKind: facts.dispositionKind, occurredAt: content.occurredAt, nextStep: record.nextStep };
    return respondByOf(contact, facts, await this.calendars.forPerson(tx, facts.customerOwnerId ?? record.authorId));
  }

  /** The touchpoint that it kept opens again before the record lets it go, the one that it keeps now is closed after it. */
  private async write(tx: EntityManager, actor: Actor, record: PresentRecord, after: CorrectedContent): Promise<void> {
    const [from, to, now] = [record.touchpointId, after.touchpointId, this.clock.now()];
    const written = await writeCorrection.rows(tx, { ...after, id: record.id, version: record.version, now });
    if (written.length === 0) throw stale();
    if (from === to) return;
    const details = { followUpId: record.id, from, to, because: after.countedBecause };
    if (from !== null) {
      await releaseTouchpoint.rows(tx, { id: from, now, on: localDateOf(now, actor.organisation.timeZone) });
      await this.audit.record(tx, actor, 'touchpoint.reopened', from, details);
    }
    if (to !== null) {
      if ((await keepAnew.rows(tx, { id: to, now })).length === 0) throw stale();
      await this.audit.record(tx, actor, 'touchpoint.kept', to, details);
    }
  }
}

const contentOf = ({ channelId, direction, dispositionId, occurredAt, contactPersonId, outcomeId, evaluation, validity, invalidReason, subject, text, durationSeconds }: PresentRecord) => ({
  channelId, direction, dispositionId, occurredAt, contactPersonId, outcomeId, evaluation, validity, invalidReason, subject, text, durationSeconds,
});
