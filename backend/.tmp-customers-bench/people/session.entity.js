var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from "./person.entity.js";
/** One signed-in browser. Only the hash of its token is kept. */
let Session = class Session {
};
__decorate([
    PrimaryColumn('bytea'),
    __metadata("design:type", Buffer)
], Session.prototype, "tokenHash", void 0);
__decorate([
    Index('one_session_per_handle', { unique: true }),
    Column('uuid'),
    __metadata("design:type", String)
], Session.prototype, "id", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'session_person_exists', onDelete: 'CASCADE' }),
    Column('uuid'),
    __metadata("design:type", String)
], Session.prototype, "personId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Session.prototype, "createdAt", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Session.prototype, "lastSeenAt", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Session.prototype, "expiresAt", void 0);
__decorate([
    Column('varchar', { length: 200 }),
    __metadata("design:type", String)
], Session.prototype, "userAgent", void 0);
__decorate([
    Column('varchar', { length: 64 }),
    __metadata("design:type", String)
], Session.prototype, "address", void 0);
Session = __decorate([
    Entity('sessions'),
    Index('sessions_by_person', ['personId'])
], Session);
export { Session };
