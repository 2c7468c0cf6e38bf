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
/** A day that differs from the working week: a holiday, or a make-up working day (调休). */
let CalendarDay = class CalendarDay {
};
__decorate([
    PrimaryColumn('date'),
    __metadata("design:type", String)
], CalendarDay.prototype, "day", void 0);
__decorate([
    Column('varchar', { length: 10 }),
    __metadata("design:type", String)
], CalendarDay.prototype, "kind", void 0);
__decorate([
    Column('varchar', { length: 80 }),
    __metadata("design:type", String)
], CalendarDay.prototype, "name", void 0);
__decorate([
    Column('varchar', { length: 80 }),
    __metadata("design:type", String)
], CalendarDay.prototype, "source", void 0);
CalendarDay = __decorate([
    Entity('calendar_days'),
    Check('a_calendar_day_is_a_holiday_or_worked', `kind IN ('holiday', 'working')`)
], CalendarDay);
export { CalendarDay };
