var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Day, Id, Instant, Text } from "../../platform/http/fields.js";
/** Something to do: exactly one of `dueOn` (a day) and `dueAt` (a time) is given. */
export class WriteTask {
}
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteTask.prototype, "customerId", void 0);
__decorate([
    Text({ max: 200 }),
    __metadata("design:type", String)
], WriteTask.prototype, "subject", void 0);
__decorate([
    Text({ max: 20_000, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteTask.prototype, "text", void 0);
__decorate([
    Day({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteTask.prototype, "dueOn", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteTask.prototype, "dueAt", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteTask.prototype, "ownerId", void 0);
/** What changes of a task; what is left out stays. */
export class ChangeTask {
}
__decorate([
    Text({ max: 200, optional: true }),
    __metadata("design:type", String)
], ChangeTask.prototype, "subject", void 0);
__decorate([
    Text({ max: 20_000, min: 0, optional: true }),
    __metadata("design:type", String)
], ChangeTask.prototype, "text", void 0);
__decorate([
    Day({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeTask.prototype, "dueOn", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeTask.prototype, "dueAt", void 0);
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], ChangeTask.prototype, "ownerId", void 0);
/** An event: `startsAt` and `endsAt`, or whole days from `onDay` to `lastDay` (both included). */
export class WriteEvent {
}
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteEvent.prototype, "customerId", void 0);
__decorate([
    Text({ max: 200 }),
    __metadata("design:type", String)
], WriteEvent.prototype, "subject", void 0);
__decorate([
    Text({ max: 20_000, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteEvent.prototype, "text", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteEvent.prototype, "startsAt", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteEvent.prototype, "endsAt", void 0);
__decorate([
    Day({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteEvent.prototype, "onDay", void 0);
__decorate([
    Day({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteEvent.prototype, "lastDay", void 0);
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteEvent.prototype, "ownerId", void 0);
__decorate([
    Text({ max: 200, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteEvent.prototype, "place", void 0);
/** What changes of an event; what is left out stays. Times are given all together. */
export class ChangeEvent {
}
__decorate([
    Text({ max: 200, optional: true }),
    __metadata("design:type", String)
], ChangeEvent.prototype, "subject", void 0);
__decorate([
    Text({ max: 20_000, min: 0, optional: true }),
    __metadata("design:type", String)
], ChangeEvent.prototype, "text", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeEvent.prototype, "startsAt", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeEvent.prototype, "endsAt", void 0);
__decorate([
    Day({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeEvent.prototype, "onDay", void 0);
__decorate([
    Day({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeEvent.prototype, "lastDay", void 0);
__decorate([
    Id({ optional: true }),
    __metadata("design:type", String)
], ChangeEvent.prototype, "ownerId", void 0);
__decorate([
    Text({ max: 200, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], ChangeEvent.prototype, "place", void 0);
