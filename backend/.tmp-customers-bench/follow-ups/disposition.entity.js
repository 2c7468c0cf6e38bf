var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
/** What a disposition means to the rules, whatever it is called. */
export const DISPOSITION_KINDS = [
    'reached', 'no_answer', 'busy', 'voicemail', 'call_back', 'wrong_number', 'bounced', 'refused', 'sent', 'not_recorded',
];
/** Did the channel connect. Only the kind `reached` counts as reached. */
let Disposition = class Disposition {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Disposition.prototype, "id", void 0);
__decorate([
    Index('one_disposition_per_key', { unique: true }),
    Column('varchar', { length: 40 }),
    __metadata("design:type", String)
], Disposition.prototype, "key", void 0);
__decorate([
    Column('jsonb'),
    __metadata("design:type", Object)
], Disposition.prototype, "names", void 0);
__decorate([
    Column('varchar', { length: 14 }),
    __metadata("design:type", String)
], Disposition.prototype, "kind", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], Disposition.prototype, "position", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Disposition.prototype, "archivedAt", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Disposition.prototype, "version", void 0);
Disposition = __decorate([
    Entity('dispositions'),
    Check('a_disposition_has_a_kind', `kind IN (${DISPOSITION_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
], Disposition);
export { Disposition };
