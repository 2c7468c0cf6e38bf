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
import { Clock } from "../clock.js";
import { rows, statement } from "../database/statements.js";
import { newId } from "../ids.js";
const record = statement('audit_entry', 'INSERT INTO audit_entries (id, at, actor_id, action, subject_id, details) VALUES ($1, $2, $3, $4, $5, $6)');
/** Writes down who did what, in the transaction that does it. */
let Audit = class Audit {
    constructor(clock) {
        this.clock = clock;
    }
    /** `action` is a verb in the past on a subject, such as `customer.archived`; `details` hold what changed. */
    async record(tx, actor, action, subjectId, details = {}) {
        await rows(tx, record, [newId(), this.clock.now(), actor?.personId ?? null, action, subjectId, JSON.stringify(details)]);
    }
};
Audit = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Clock])
], Audit);
export { Audit };
/** `{property: [before, after]}` for the properties that differ. */
export function differences(earlier, later) {
    const [before, after] = [earlier, later];
    const changed = Object.keys(after).filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null));
    return Object.fromEntries(changed.map((key) => [key, [before[key] ?? null, after[key] ?? null]]));
}
