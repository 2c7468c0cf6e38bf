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
import { digitsOf, emailKeyOf, searchTextOf } from "../../kernel/index.js";
import { reversed } from "../contact-people/contact-points.rules.js";
import { Candidates } from "./candidates.js";
import { NameMatches } from "./name-matches.js";
const MOST = 10;
const SHORTEST_NUMBER = 5;
/** Warns, before a customer is created, of those that it may be already; only of what the actor sees. */
let Duplicates = class Duplicates {
    constructor(candidates, names) {
        this.candidates = candidates;
        this.names = names;
    }
    /** Customers with the same number, the same address, or a name that is the same or begins with the given one. */
    async of(actor, { name, phone, email }) {
        const found = [
            ...(await this.byPoint(actor, numberRange(phone ?? ''))),
            ...(await this.byPoint(actor, addressRange(email ?? ''))),
            ...(await this.byName(actor, name ?? '')),
        ];
        return found.filter(({ id }, i) => found.findIndex((other) => other.id === id) === i).slice(0, MOST);
    }
    async byPoint(actor, range) {
        if (!range)
            return [];
        const found = await this.candidates.byPoint(actor, range, MOST);
        return found.map((candidate) => hit(candidate, range.kind, candidate.value));
    }
    async byName(actor, name) {
        const sought = searchTextOf(name);
        const lookup = await this.names.lookup(name, false);
        if (!lookup)
            return [];
        const found = await this.candidates.beginningWith(actor, name, lookup, 2 * MOST);
        const alike = found.filter((candidate) => searchTextOf(candidate.name).startsWith(sought));
        return alike.slice(0, MOST).map((candidate) => hit(candidate, 'name', null));
    }
};
Duplicates = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Candidates,
        NameMatches])
], Duplicates);
export { Duplicates };
// Up to the very next key: the whole number and nothing longer.
const exactly = (kind, key) => ({ kind, from: key, until: `${key}\u0001` });
function numberRange(phone) {
    const digits = digitsOf(phone);
    return digits.length >= SHORTEST_NUMBER ? exactly('phone', reversed(digits)) : null;
}
function addressRange(email) {
    const key = emailKeyOf(email);
    return key ? exactly('email', key) : null;
}
const hit = ({ id, name, kind, tierId, stageId, ownerId }, matched, detail) => ({ id, name, kind, tierId, stageId, ownerId, matched, detail });
