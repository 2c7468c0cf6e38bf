var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Day, Flag, Nested, OneOf, Text, Whole } from "../platform/http/fields.js";
import { OFFICIAL_REGIONS } from "./official.rules.js";
const KINDS = ['holiday', 'working'];
/** A period of days, `until` not included. */
export class CalendarQuery {
}
__decorate([
    Day(),
    __metadata("design:type", String)
], CalendarQuery.prototype, "from", void 0);
__decorate([
    Day(),
    __metadata("design:type", String)
], CalendarQuery.prototype, "until", void 0);
/** What a day is to be: a holiday, or worked although its weekday is closed. */
export class SetDay {
}
__decorate([
    OneOf(KINDS),
    __metadata("design:type", String)
], SetDay.prototype, "kind", void 0);
__decorate([
    Text({ max: 80 }),
    __metadata("design:type", String)
], SetDay.prototype, "name", void 0);
/** A day of a list. */
export class SetDayOn extends SetDay {
}
__decorate([
    Day(),
    __metadata("design:type", String)
], SetDayOn.prototype, "day", void 0);
/** Many days at once, for instance pasted from an announcement. */
export class SetDays {
}
__decorate([
    Nested(() => SetDayOn, { max: 400 }),
    __metadata("design:type", Array)
], SetDays.prototype, "days", void 0);
/** Which shipped calendar to load. Days entered by hand stay unless `replacesManual`. */
export class LoadOfficial {
}
__decorate([
    OneOf(OFFICIAL_REGIONS),
    __metadata("design:type", String)
], LoadOfficial.prototype, "region", void 0);
__decorate([
    Whole({ min: 2004, max: 2099 }),
    __metadata("design:type", Number)
], LoadOfficial.prototype, "year", void 0);
__decorate([
    Flag({ optional: true }),
    __metadata("design:type", Boolean)
], LoadOfficial.prototype, "replacesManual", void 0);
/** A day that differs from the working week. */
export class CalendarDayView {
}
/** The week and hours in which the organisation works. */
export class WorkingWeekView {
}
/** The working calendar of a period. */
export class CalendarView {
}
/** What is known of the official calendar of a year and what of it was loaded. */
export class OfficialYearView {
}
/** The working calendar of a year, for editing. */
export class CalendarYearView extends CalendarView {
}
