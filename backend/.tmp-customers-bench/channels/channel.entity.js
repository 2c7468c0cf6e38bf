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
/** The eight contact kinds (接触方法), in their order. */
export const CONTACT_KINDS = ['advertising', 'public_relations', 'personal', 'meeting', 'commissioned', 'medium', 'alliance', 'random'];
/** How we are in contact: phone, visit, e-mail … Renaming one changes no report, because records keep its id. */
let Channel = class Channel {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Channel.prototype, "id", void 0);
__decorate([
    Index('one_channel_per_key', { unique: true }),
    Column('varchar', { length: 40 }),
    __metadata("design:type", String)
], Channel.prototype, "key", void 0);
__decorate([
    Column('jsonb'),
    __metadata("design:type", Object)
], Channel.prototype, "names", void 0);
__decorate([
    Column('varchar', { length: 20 }),
    __metadata("design:type", String)
], Channel.prototype, "contactKind", void 0);
__decorate([
    Column('varchar', { length: 40 }),
    __metadata("design:type", String)
], Channel.prototype, "icon", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], Channel.prototype, "position", void 0);
__decorate([
    Column('boolean'),
    __metadata("design:type", Boolean)
], Channel.prototype, "isTwoWay", void 0);
__decorate([
    Column('boolean'),
    __metadata("design:type", Boolean)
], Channel.prototype, "isLive", void 0);
__decorate([
    Column('int', { nullable: true }),
    __metadata("design:type", Object)
], Channel.prototype, "responseMinutes", void 0);
__decorate([
    Column('boolean', { default: false }),
    __metadata("design:type", Boolean)
], Channel.prototype, "isResponseInWorkingTime", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Channel.prototype, "archivedAt", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Channel.prototype, "version", void 0);
Channel = __decorate([
    Entity('channels'),
    Check('a_channel_belongs_to_a_contact_kind', `contact_kind IN (${CONTACT_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
], Channel);
export { Channel };
