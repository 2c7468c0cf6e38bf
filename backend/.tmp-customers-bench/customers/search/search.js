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
import { rank } from "../../kernel/index.js";
import { rows, statement } from "../../platform/database/statements.js";
import { Candidates } from "./candidates.js";
import { contactPointRanges } from "./contact-point-ranges.js";
import { NameMatches } from "./name-matches.js";
import { namesIn, searchNameOf } from "./names.js";
const peopleOf = statement('search_people', `SELECT customer_id AS "customerId", name FROM contact_people WHERE customer_id = ANY($1::uuid[]) AND archived_at IS NULL ORDER BY customer_id, position, id`);
/** Finds customers by name, pinyin, initials, telephone number, e-mail address and contact person, best first. */
let Search = class Search {
    constructor(source, names, candidates) {
        this.source = source;
        this.names = names;
        this.candidates = candidates;
    }
    /** At most `limit` customers that the actor sees and that are not archived. */
    async find(actor, query, limit) {
        const hits = [...(await this.byPoints(actor, query, limit)), ...(await this.byNames(actor, query, limit))];
        const best = new Map();
        for (const hit of hits.sort(compareHits))
            if (!best.has(hit.candidate.id))
                best.set(hit.candidate.id, hit);
        return this.withPeople(query, [...best.values()].slice(0, limit));
    }
    async byPoints(actor, query, limit) {
        const hits = [];
        for (const range of contactPointRanges(query)) {
            const found = await this.candidates.byPoint(actor, range, limit);
            hits.push(...found.map((candidate) => ({ candidate, rank: rankOfPoint(candidate.searchKey, range.from), matched: range.kind, detail: candidate.value })));
        }
        return hits;
    }
    async byNames(actor, query, limit) {
        const strict = await this.named(actor, query, limit, false);
        return strict.length >= limit ? strict : [...strict, ...(await this.named(actor, query, limit, true))];
    }
    async named(actor, query, limit, isLoose) {
        const lookup = await this.names.lookup(query, isLoose);
        if (!lookup || (isLoose && !lookup.isLoose))
            return [];
        const found = lookup.isCommon ? await this.candidates.byRecency(actor, lookup, limit) : await this.candidates.byIndex(actor, lookup);
        if (lookup.isCommon && found.length < limit)
            found.push(...(await this.candidates.byIndex(actor, lookup)));
        // Whose very name it is may not have been contacted for long.
        if (!isLoose && found.length >= limit)
            found.push(...(await this.candidates.beginningWith(actor, query, lookup, limit)));
        return found.flatMap((candidate) => hitOf(query, candidate));
    }
    /** Says which contact person it was where the name of the customer does not fit. */
    async withPeople(query, hits) {
        const ids = hits.filter(({ matched }) => matched === 'person').map(({ candidate }) => candidate.id);
        const people = ids.length ? await rows(this.source, peopleOf, [ids]) : [];
        const fits = people.filter(({ name }) => rank(query, [searchNameOf({ name, isPerson: true })]) !== null);
        return hits.map(({ candidate, matched, detail }) => {
            const { id, name, kind, tierId, stageId, ownerId } = candidate;
            return { id, name, kind, tierId, stageId, ownerId, matched, detail: matched === 'person' ? (fits.find(({ customerId }) => customerId === id)?.name ?? null) : detail };
        });
    }
};
Search = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        NameMatches,
        Candidates])
], Search);
export { Search };
function hitOf(query, candidate) {
    const names = namesIn(candidate.haystack);
    const best = rank(query, names);
    if (best === null)
        return [];
    const own = names.slice(0, 1);
    // The customer's own name goes first where both fit, be it a little worse.
    const ownRank = rank(query, own);
    return [{ candidate, rank: best, matched: ownRank === null ? 'person' : matchOf(query, own[0] ?? { text: '' }), detail: null }];
}
function matchOf(query, { text, pinyin, initials }) {
    if (rank(query, [{ text }]) !== null)
        return 'name';
    if (initials !== undefined && rank(query, [{ text: initials }]) !== null)
        return 'initials';
    return pinyin === undefined ? 'name' : 'pinyin';
}
const rankOfPoint = (key, sought) => (key === sought || key.startsWith(`${sought}@`) ? 0 : 1);
function compareHits(a, b) {
    const recency = (b.candidate.lastContactAt?.getTime() ?? 0) - (a.candidate.lastContactAt?.getTime() ?? 0);
    return a.rank - b.rank || recency || (a.candidate.id < b.candidate.id ? 1 : -1);
}
