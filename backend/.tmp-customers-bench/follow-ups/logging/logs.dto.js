var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Id, Instant, Text } from "../../platform/http/fields.js";
/** A log: something worth keeping that was no contact. */
export class WriteLog {
}
__decorate([
    Id({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteLog.prototype, "customerId", void 0);
__decorate([
    Text({ max: 200, min: 0, optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteLog.prototype, "subject", void 0);
__decorate([
    Text({ max: 20_000 }),
    __metadata("design:type", String)
], WriteLog.prototype, "text", void 0);
__decorate([
    Instant({ optional: true, nullable: true }),
    __metadata("design:type", Object)
], WriteLog.prototype, "occurredAt", void 0);
