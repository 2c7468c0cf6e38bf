import { customersByExternalId, customersByName } from "../../customers/index.js";
import { changeCommunications, communicationsByExternalId, insertCommunications } from "../../follow-ups/index.js";
import { newId } from "../../platform/ids.js";
import { communicationDraft } from "../rows/communication-draft.js";
import { issueOf } from "../rows/row-reader.js";
import { Seen, allIssues } from "./planned-row.js";
/** Plans and writes rows as communications. They ask nothing of anybody: no next step, no promised answer. */
export class CommunicationsImport {
    constructor(reader, vocabulary, setting) {
        this.reader = reader;
        this.vocabulary = vocabulary;
        this.setting = setting;
        this.seen = new Seen();
        this.fallback = vocabulary.dispositions.find(({ kind, archivedAt }) => kind === 'not_recorded' && !archivedAt)?.id ?? vocabulary.dispositions.find(({ kind }) => kind === 'not_recorded')?.id ?? '';
    }
    remember(rows) {
        for (const row of rows) {
            const { draft, issues } = this.draftOf(row);
            if (draft && issues.length === 0)
                this.seen.before([draft.externalId], draft.line);
        }
    }
    async plan(tx, rows) {
        const drafts = rows.map((row) => ({ line: row.line, ...this.draftOf(row) }));
        const found = await this.find(tx, drafts.flatMap(({ draft }) => draft ?? []));
        const added = [];
        const changed = [];
        const planned = drafts.map(({ line, draft, issues }) => (draft ? this.planOne(draft, issues, found, added, changed) : { line, fate: 'error', text: '', issues }));
        const by = { personId: this.setting.actor.personId, at: this.setting.now, importId: this.setting.importId };
        return {
            rows: planned,
            write: async () => {
                await insertCommunications(tx, added, by);
                await changeCommunications(tx, changed, by);
            },
        };
    }
    draftOf(row) {
        const { actor, now, timeZone } = this.setting;
        const { draft, issues } = communicationDraft(row, this.reader, { authorId: actor.personId, dispositionId: this.fallback, now, timeZone });
        return { draft, issues: allIssues(row, issues) };
    }
    async find(tx, drafts) {
        const byId = await customersByExternalId(tx, this.setting.actor, [...new Set(drafts.flatMap(({ customerExternalId }) => customerExternalId ?? []))]);
        const names = drafts.flatMap(({ customerExternalId, customerName }) => (customerExternalId === null && customerName !== null ? customerName : []));
        const byName = await customersByName(tx, this.setting.actor, [...new Set(names)]);
        const customers = new Map(byId.filter(({ isVisible }) => isVisible).map(({ id, externalId }) => [`id ${externalId}`, id]));
        for (const { name, ids } of byName)
            customers.set(`name ${name}`, ids.length === 1 ? (ids[0] ?? null) : null);
        const communications = await communicationsByExternalId(tx, drafts.map(({ externalId }) => externalId));
        return { customers, communications: new Map(communications.map((record) => [record.externalId, record])) };
    }
    planOne(draft, issues, found, added, changed) {
        const row = { line: draft.line, text: textOf(draft), issues };
        if (issues.length)
            return { ...row, fate: 'error' };
        const customerId = found.customers.get(draft.customerExternalId === null ? `name ${draft.customerName ?? ''}` : `id ${draft.customerExternalId}`);
        if (!customerId)
            return { ...row, fate: 'error', issues: [this.customerIssue(draft, customerId)] };
        const existing = found.communications.get(draft.externalId);
        if (existing && existing.customerId !== customerId)
            return { ...row, fate: 'error', issues: [issueOf(this.reader.columnFor('externalId'), 'external_id_taken')] };
        const earlier = this.seen.before([draft.externalId], draft.line);
        if (earlier !== null)
            return { ...row, fate: 'duplicate', issues: [issueOf('', 'same_as_line', { line: earlier })] };
        if (!existing) {
            added.push({ ...draft, id: newId(), customerId, ...this.judgementsOf(draft) });
            return { ...row, fate: 'new' };
        }
        const after = existing.isWithdrawn ? {} : differences(existing, draft);
        if (Object.keys(after).length === 0)
            return { ...row, fate: 'unchanged' };
        const whole = { ...existing, ...after };
        changed.push({ existing, after, ...this.judgementsOf(whole) });
        return { ...row, fate: 'update' };
    }
    judgementsOf({ channelId, dispositionId }) {
        return {
            isTwoWay: this.vocabulary.channels.find(({ id }) => id === channelId)?.isTwoWay ?? false,
            isReached: this.vocabulary.dispositions.find(({ id }) => id === dispositionId)?.kind === 'reached',
        };
    }
    customerIssue({ customerExternalId, customerName }, found) {
        const target = customerExternalId === null ? 'customerName' : 'customerExternalId';
        return issueOf(this.reader.columnFor(target), found === null ? 'several_customers' : 'no_such_customer', {}, customerExternalId ?? customerName ?? '');
    }
}
const COMPARED = { author: 'authorId', channel: 'channelId', direction: 'direction', disposition: 'dispositionId', outcome: 'outcomeId', evaluation: 'evaluation', durationSeconds: 'durationSeconds', subject: 'subject', text: 'text' };
/** What a row says differently about a record that is there; a day without a time agrees with any time of that day. */
function differences(existing, draft) {
    const after = Object.entries(COMPARED).filter(([target, key]) => draft.given.has(target) && existing[key] !== draft[key]).map(([, key]) => [key, draft[key]]);
    const isSameTime = draft.isDayOnly ? existing.occurredOn === draft.occurredOn : existing.occurredAt.getTime() === draft.occurredAt.getTime();
    return Object.fromEntries(isSameTime ? after : [...after, ['occurredAt', draft.occurredAt], ['occurredOn', draft.occurredOn]]);
}
const textOf = ({ customerExternalId, customerName, occurredOn, subject, text }) => [occurredOn, customerName ?? customerExternalId, subject || text].filter(Boolean).join(' · ').slice(0, 200);
