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
import { gramsOfQuery, queryTokens } from "../../kernel/index.js";
import { likeText } from "../list/like-text.js";
import { contactPointRanges } from "./contact-point-ranges.js";
import { NameStatistics } from "./name-statistics.js";
/** Above that many expected matches walking the customers by last contact is faster than reading all matches; see docs/decisions. */
const COMMON = 2_000;
// The patterns check the rest; more grams only make the index read more.
const GRAMS = 6;
/** Turns what a person typed into conditions on `customer_grams`. */
let NameMatches = class NameMatches {
    constructor(statistics) {
        this.statistics = statistics;
    }
    /** The look-up of a query, or null when it is too short to look up and finds nothing; `isLoose` lets Chinese characters stand apart. */
    async lookup(query, isLoose) {
        const { required, loose } = gramsOfQuery(query);
        const apart = isLoose && loose.length > 0;
        const grams = apart ? loose : required;
        if (grams.length === 0)
            return null;
        // One or two letters count at the beginning of a word only.
        const texts = queryTokens(query).flatMap(({ isCjk, text }) => (isCjk ? (apart ? Array.from(text) : [text]) : [text.length < 3 ? ` ${text}` : text]));
        const isCommon = (await this.statistics.estimate(texts)) > COMMON;
        return { grams: await this.statistics.rarest(grams, GRAMS), patterns: texts.map((text) => `%${likeText(text)}%`), isCommon, isLoose: apart };
    }
    /** Adds "is found by this query" for the customers called `c`: by any of their names, a phone tail or an e-mail address. */
    async addTo(where, query, use) {
        const lookup = await this.lookup(query, true);
        const points = contactPointRanges(query).map(({ kind, from, until }) => `SELECT customer_id FROM contact_points WHERE kind = ${where.value(kind)} AND search_key >= ${where.value(from)} AND search_key < ${where.value(until)}`);
        if (lookup?.isCommon)
            return where.and(commonCondition(where, lookup, points, use));
        const names = lookup ? [`SELECT customer_id FROM customer_grams WHERE grams @> ${where.value(lookup.grams)}::text[] AND haystack LIKE ALL(${where.value(lookup.patterns)}::text[])`] : [];
        const found = [...names, ...points];
        // As an array, so that it is read once and leads to the customers, whatever the order asked for.
        where.and(found.length ? `c.id = ANY(ARRAY(${found.join(' UNION ALL ')}))` : 'false');
    }
};
NameMatches = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [NameStatistics])
], NameMatches);
export { NameMatches };
/** Many customers match: a page looks each customer up on its way, a count reads all names once. */
function commonCondition(where, { patterns }, points, use) {
    const alike = `LIKE ALL(${where.value(patterns)}::text[])`;
    const names = use === 'page'
        ? `(SELECT g.haystack ${alike} FROM customer_grams g WHERE g.customer_id = c.id)`
        : `c.id IN (SELECT customer_id FROM customer_grams WHERE haystack ${alike})`;
    return `(${[names, ...points.map((point) => `c.id = ANY(ARRAY(${point}))`)].join(' OR ')})`;
}
