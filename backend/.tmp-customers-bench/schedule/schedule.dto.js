var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Day } from "../platform/http/fields.js";
import { WhoseField } from "./whose.js";
/** A period of local days of the person who asks, `until` not included, and whose calendars. */
export class ScheduleQuery {
}
__decorate([
    Day(),
    __metadata("design:type", String)
], ScheduleQuery.prototype, "from", void 0);
__decorate([
    Day(),
    __metadata("design:type", String)
], ScheduleQuery.prototype, "until", void 0);
__decorate([
    WhoseField(),
    __metadata("design:type", String)
], ScheduleQuery.prototype, "whose", void 0);
/** One thing in a calendar; it is stored where its kind is at home and only read here. */
export class ScheduleEntryView {
}
/** The calendar of one or several people over a period, with the days that differ from the working week. */
export class ScheduleView {
}
/** Somebody whose calendar can be opened. */
export class CalendarPersonView {
}
/** A team of whose calendars at least one can be opened. */
export class CalendarTeamView {
}
/** Whose calendars the person who asks may open, themselves not listed. */
export class CalendarsView {
}
