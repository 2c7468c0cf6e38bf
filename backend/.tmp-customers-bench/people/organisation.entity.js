var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
/** The one organisation that this installation serves: its zone, currency and working week. */
let Organisation = class Organisation {
};
__decorate([
    PrimaryColumn('int'),
    __metadata("design:type", Number)
], Organisation.prototype, "id", void 0);
__decorate([
    Column('varchar', { length: 120 }),
    __metadata("design:type", String)
], Organisation.prototype, "name", void 0);
__decorate([
    Column('varchar', { length: 64 }),
    __metadata("design:type", String)
], Organisation.prototype, "timeZone", void 0);
__decorate([
    Column('char', { length: 3 }),
    __metadata("design:type", String)
], Organisation.prototype, "currency", void 0);
__decorate([
    Column('varchar', { length: 10 }),
    __metadata("design:type", String)
], Organisation.prototype, "language", void 0);
__decorate([
    Column('smallint', { default: 1 }),
    __metadata("design:type", Number)
], Organisation.prototype, "weekStartsOn", void 0);
__decorate([
    Column('smallint', { array: true, default: [1, 2, 3, 4, 5] }),
    __metadata("design:type", Array)
], Organisation.prototype, "workingWeekdays", void 0);
__decorate([
    Column('char', { length: 5, default: '09:00' }),
    __metadata("design:type", String)
], Organisation.prototype, "opensAt", void 0);
__decorate([
    Column('char', { length: 5, default: '18:00' }),
    __metadata("design:type", String)
], Organisation.prototype, "closesAt", void 0);
__decorate([
    Column('boolean', { default: false }),
    __metadata("design:type", Boolean)
], Organisation.prototype, "isDemo", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], Organisation.prototype, "version", void 0);
Organisation = __decorate([
    Entity('organisation'),
    Check('there_is_one_organisation', 'id = 1')
], Organisation);
export { Organisation };
