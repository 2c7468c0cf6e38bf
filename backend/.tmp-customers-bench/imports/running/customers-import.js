import { customersByContact, customersByExternalId, insertCustomers, changeCustomers } from "../../customers/index.js";
import { newId } from "../../platform/ids.js";
import { customerDraft } from "../rows/customer-draft.js";
import { issueOf } from "../rows/row-reader.js";
import { changeOf, newCustomer } from "./customer-changes.js";
import { Seen, allIssues } from "./planned-row.js";
/** Plans and writes rows as customers. */
export class CustomersImport {
    constructor(reader, vocabulary, setting) {
        this.reader = reader;
        this.vocabulary = vocabulary;
        this.setting = setting;
        this.seen = new Seen();
    }
    remember(rows) {
        for (const row of rows) {
            const { draft, issues } = customerDraft(row, this.reader, this.vocabulary, this.setting);
            if (allIssues(row, issues).length === 0)
                this.seen.before(draft.identities, draft.line);
        }
    }
    async plan(tx, rows) {
        const drafts = rows.map((row) => {
            const { draft, issues } = customerDraft(row, this.reader, this.vocabulary, this.setting);
            return { draft, issues: allIssues(row, issues) };
        });
        const found = await this.find(tx, drafts.map(({ draft }) => draft));
        const added = [];
        const changed = [];
        const planned = drafts.map(({ draft, issues }) => this.planOne(draft, issues, found, added, changed));
        const by = { personId: this.setting.actor.personId, at: this.setting.now, importId: this.setting.importId };
        return {
            rows: planned,
            write: async () => {
                await insertCustomers(tx, added, by);
                await changeCustomers(tx, changed, by);
            },
        };
    }
    async find(tx, drafts) {
        const ids = drafts.flatMap(({ externalId }) => externalId ?? []);
        const existing = await customersByExternalId(tx, this.setting.actor, ids);
        const nameless = drafts.filter(({ externalId }) => externalId === null);
        const byContact = await customersByContact(tx, this.setting.actor, nameless.flatMap(({ values }) => values.name ?? []), nameless.flatMap(({ points }) => points.map(({ key }) => key)));
        return {
            byExternalId: new Map(existing.map((customer) => [customer.externalId, customer])),
            byContact: new Map(byContact.map(({ name, searchKey, id }) => [`contact ${name}\u0000${searchKey}`, id])),
        };
    }
    planOne(draft, issues, found, added, changed) {
        const row = { line: draft.line, text: textOf(draft), issues };
        if (issues.length)
            return { ...row, fate: 'error' };
        const existing = draft.externalId === null ? undefined : found.byExternalId.get(draft.externalId);
        const problem = this.problemOf(draft, existing);
        if (problem)
            return { ...row, fate: 'error', issues: [problem] };
        const repeated = this.repetitionOf(draft, existing, found);
        if (repeated)
            return { ...row, fate: 'duplicate', issues: [repeated] };
        if (!existing) {
            added.push(newCustomer(newId(), draft, this.vocabulary, this.setting));
            return { ...row, fate: 'new' };
        }
        const change = changeOf(existing, draft, this.setting);
        if (change)
            changed.push(change);
        return { ...row, fate: change ? 'update' : 'unchanged' };
    }
    repetitionOf(draft, existing, { byContact }) {
        const earlier = this.seen.before(draft.identities, draft.line);
        if (earlier !== null)
            return issueOf('', 'same_as_line', { line: earlier });
        if (existing?.isArchived)
            return issueOf(this.reader.columnFor('externalId'), 'customer_is_archived');
        return draft.externalId === null && draft.identities.some((identity) => byContact.has(identity)) ? issueOf('', 'customer_exists') : null;
    }
    /** Rows go only where the importer can see them, and required fields are asked of customers that are new. */
    problemOf({ values, fields }, existing) {
        const { sees } = this.setting.actor;
        if (existing && !existing.isVisible)
            return issueOf(this.reader.columnFor('externalId'), 'external_id_taken');
        if (existing)
            return null;
        const isWithin = sees.all || (values.ownerId && sees.ownerIds.includes(values.ownerId)) || (values.teamId && sees.teamIds.includes(values.teamId));
        if (!isWithin)
            return issueOf(this.reader.columnFor('owner'), 'owner_required');
        const missing = this.vocabulary.fields.find(({ key, isRequired }) => isRequired && fields[key] === undefined);
        return missing ? issueOf(this.reader.columnFor(`field:${missing.key}`), 'required') : null;
    }
}
const textOf = ({ values, points, externalId }) => [values.name, externalId?.startsWith('csv:') ? null : externalId, points[0]?.value].filter(Boolean).join(' · ').slice(0, 200);
