var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, notFound, pageLimit, pageOf } from "../kernel/index.js";
import { Person, seesPerson } from "../people/index.js";
import { freshRows, rows, statement } from "../platform/database/statements.js";
import { Import } from "./import.entity.js";
import { suggestedMapping } from "./mapping/suggestion.js";
import { unknownWords } from "./mapping/mapping-check.js";
import { readVocabulary } from "./mapping/words.js";
import { summaryOf, viewOf } from "./import-views.js";
import { reasonOf } from "./reasons.js";
const issuesFrom = statement('import_issues_from', `SELECT line, position, fate, column_name AS "columnName", code, params, value FROM import_issues
   WHERE import_id = $1 AND (line, position) > ($2, $3) AND ($4::varchar IS NULL OR fate = $4) ORDER BY line, position LIMIT $5`);
/** Reads imports, their issues, and what a file can fill; everybody sees those of the people they see. */
let ImportReads = class ImportReads {
    constructor(source) {
        this.source = source;
    }
    /** The import, if the actor sees whoever made it; 404 otherwise. */
    async find(on, actor, id) {
        const found = await on.getRepository(Import).findOneBy({ id });
        if (!found || !seesPerson(actor, found.createdById))
            throw notFound();
        return found;
    }
    /** Imports, newest first. */
    async list(actor, cursor, limit) {
        const size = pageLimit(limit, { fallback: 20, max: 100 });
        const [before] = cursor === undefined ? [null] : decodeCursor(cursor, ['uuid']);
        const seen = actor.sees.all ? null : [actor.personId, ...actor.sees.ownerIds];
        const found = await freshRows(this.source, `SELECT i.id, i.kind, i.file_name AS "fileName", i.state, i.counts, i.rows_done AS "rowsDone", i.rows_total AS "rowsTotal", i.failure, i.created_at AS "createdAt",
         i.finished_at AS "finishedAt", i.created_by_id AS "createdById", p.name AS "createdByName"
       FROM imports i JOIN people p ON p.id = i.created_by_id
       WHERE i.state <> 'uploading' AND ($1::uuid IS NULL OR i.id < $1) AND ($2::uuid[] IS NULL OR i.created_by_id = ANY($2)) ORDER BY i.id DESC LIMIT $3`, [before, seen, size + 1]);
        const { items, next } = pageOf(found, size, ({ id }) => [id]);
        return { items: items.map((row) => summaryOf(row, row.createdByName)), next };
    }
    /** One import with its columns, the mapping chosen or suggested, and the words nobody has explained. */
    async view(actor, id) {
        const found = await this.find(this.source, actor, id);
        const vocabulary = await readVocabulary(this.source, actor, found.kind);
        const author = await this.source.getRepository(Person).findOneByOrFail({ id: found.createdById });
        const suggestion = suggestedMapping(found.columns, vocabulary);
        return viewOf(found, author.name, suggestion, unknownWords(found.mapping ?? suggestion, found.columns, vocabulary));
    }
    /** Why rows were not, or would not be, taken over; in the order of the file. */
    async issues(actor, id, { cursor, limit, fate }) {
        await this.find(this.source, actor, id);
        const size = pageLimit(limit);
        const after = cursor === undefined ? [0, 0] : decodeCursor(cursor, ['integer', 'integer']);
        const { items, next } = pageOf(await this.issuesAfter(id, after, fate ?? null, size + 1), size, ({ line, position }) => [line, position]);
        return { next, items: items.map(({ line, fate: what, columnName, value, code, params }) => ({ line, fate: what, column: columnName, value, code, reason: reasonOf(code, params, actor.language) })) };
    }
    /** All issues, read in portions. */
    async *everyIssue(id) {
        let after = [0, 0];
        for (;;) {
            const portion = await this.issuesAfter(id, after, null, 1_000);
            if (portion.length > 0)
                yield portion;
            const last = portion.at(-1);
            if (!last || portion.length < 1_000)
                return;
            after = [last.line, last.position];
        }
    }
    /** What columns can fill, with the words that each can take. */
    async targets(actor, kind) {
        const vocabulary = await readVocabulary(this.source, actor, kind);
        const people = (await this.source.getRepository(Person).find({ order: { name: 'ASC', id: 'ASC' } })).filter(({ id }) => seesPerson(actor, id));
        const items = [...vocabulary.targets.values()].map((target) => ({
            key: target.key,
            reading: target.reading.as,
            isRequired: target.isRequired ?? false,
            isMany: target.isMany ?? false,
            names: namesOf(vocabulary.fields.find(({ key }) => `field:${key}` === target.key)?.names),
            words: wordsOf(target, vocabulary, people),
        }));
        return { items };
    }
    issuesAfter(id, [line, position], fate, limit) {
        return rows(this.source, issuesFrom, [id, line, line === 0 ? -1 : position, fate, limit]);
    }
};
ImportReads = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource])
], ImportReads);
export { ImportReads };
const namesOf = (names) => ({ ...names });
function wordsOf({ reading, key }, vocabulary, people) {
    if (reading.as !== 'word' && reading.as !== 'words')
        return [];
    if (reading.list === 'people')
        return people.map(({ name, email }) => ({ word: email, names: { en: name } }));
    if (reading.list === 'teams')
        return vocabulary.teams.map(({ name }) => ({ word: name, names: { en: name } }));
    if (reading.list === 'customerKinds')
        return ['person', 'organisation'].map((word) => ({ word, names: {} }));
    if (reading.list === 'directions')
        return ['outbound', 'inbound'].map((word) => ({ word, names: {} }));
    if (reading.list.startsWith('choices:'))
        return (vocabulary.fields.find((field) => `field:${field.key}` === key)?.choices ?? []).map((choice) => ({ word: choice.key, names: namesOf(choice.names) }));
    const lists = { channels: vocabulary.channels, dispositions: vocabulary.dispositions, outcomes: vocabulary.outcomes, stages: vocabulary.stages, tiers: vocabulary.tiers };
    const list = lists[reading.list];
    return list.filter(({ archivedAt }) => archivedAt === null).map((entry) => ({ word: entry.key, names: namesOf(entry.names) }));
}
