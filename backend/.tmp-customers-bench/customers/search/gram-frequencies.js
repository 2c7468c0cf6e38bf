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
import { gramsOfQuery, queryTokens } from "../../kernel/index.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
// The statistics that ANALYZE keeps of the grams: those that many customers have, each with its share of the customers.
const statistics = statement('gram_statistics', `SELECT greatest(c.reltuples, 0) AS customers, coalesce(s.most_common_elems::text::text[], '{}') AS grams, coalesce(s.most_common_elem_freqs, '{}') AS shares
   FROM pg_class c LEFT JOIN pg_stats s ON s.schemaname = current_schema AND s.tablename = c.relname AND s.attname = 'grams'
   WHERE c.oid = 'customer_grams'::regclass`);
const KEPT_MS = 5 * 60_000;
/** How many customers have a gram, by the planner's own statistics; all are rare as long as there are none. */
let GramFrequencies = class GramFrequencies {
    constructor(source, clock) {
        this.source = source;
        this.clock = clock;
        this.known = null;
    }
    /** About how many customers match the query with all its runs and words, and, `isLoose`, with Chinese characters apart. */
    async estimate(query, isLoose) {
        const { customers, shares } = await this.statistics();
        // Grams of one word come together, so the rarest decides; words and single characters are taken to be independent.
        const words = queryTokens(query).flatMap(({ isCjk, text }) => (isCjk && isLoose ? Array.from(text) : [text]));
        return words.reduce((count, word) => count * Math.min(1, ...gramsOfQuery(word).required.map((gram) => shares.get(gram) ?? 0)), customers);
    }
    /** The grams that fewest customers have, rarest first. */
    async rarest(grams, count) {
        const { shares } = await this.statistics();
        return [...grams].sort((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0)).slice(0, count);
    }
    async statistics() {
        const now = this.clock.now().getTime();
        if (this.known && now - this.known.readAt < KEPT_MS)
            return this.known;
        const [row] = await rows(this.source, statistics);
        const shares = new Map((row?.grams ?? []).map((gram, i) => [gram, row?.shares[i] ?? 0]));
        return (this.known = { customers: row?.customers ?? 0, shares, readAt: now });
    }
};
GramFrequencies = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], GramFrequencies);
export { GramFrequencies };
