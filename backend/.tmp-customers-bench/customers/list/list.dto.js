var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Day, Ids, OneOf, SomeOf, Text, Whole } from "../../platform/http/fields.js";
import { CUSTOMER_KINDS } from "../customer.dto.js";
import { FieldValuesView } from "../fields/field-values.dto.js";
import { STAGE_KINDS } from "../stages/stage.entity.js";
import { AnyOf, IdsOrNone } from "./filter-fields.js";
export const NEXT_CONTACTS = ['overdue', 'today', 'week', 'none', 'any'];
export const SORTS = ['name', '-name', 'lastContact', '-lastContact', 'nextContact', '-nextContact', 'knownSince', '-knownSince', 'stageSince', '-stageSince', 'tier', '-tier'];
export const EXPORT_COLUMNS = [
    'id', 'name', 'kind', 'owner', 'team', 'tier', 'stage', 'stageSince', 'source', 'industry', 'region', 'tags', 'phone', 'email', 'knownSince', 'converted',
    'lastContact', 'lastEffective', 'nextContact', 'respondBy', 'archived', 'externalId', 'fields',
];
/** Which customers; every condition narrows. Lists mean any of their values. */
export class CustomerFilter {
}
__decorate([
    Text({ max: 100, optional: true }),
    __metadata("design:type", String)
], CustomerFilter.prototype, "q", void 0);
__decorate([
    OneOf(CUSTOMER_KINDS, { optional: true }),
    __metadata("design:type", String)
], CustomerFilter.prototype, "kind", void 0);
__decorate([
    Ids({ optional: true }),
    __metadata("design:type", Array)
], CustomerFilter.prototype, "stageIds", void 0);
__decorate([
    SomeOf(STAGE_KINDS, { optional: true }),
    __metadata("design:type", Array)
], CustomerFilter.prototype, "stageKinds", void 0);
__decorate([
    Ids({ optional: true }),
    __metadata("design:type", Array)
], CustomerFilter.prototype, "tierIds", void 0);
__decorate([
    IdsOrNone(),
    __metadata("design:type", Array)
], CustomerFilter.prototype, "ownerIds", void 0);
__decorate([
    IdsOrNone(),
    __metadata("design:type", Array)
], CustomerFilter.prototype, "teamIds", void 0);
__decorate([
    AnyOf({ length: 120 }),
    __metadata("design:type", Array)
], CustomerFilter.prototype, "sources", void 0);
__decorate([
    AnyOf({ length: 120 }),
    __metadata("design:type", Array)
], CustomerFilter.prototype, "industries", void 0);
__decorate([
    AnyOf({ length: 120 }),
    __metadata("design:type", Array)
], CustomerFilter.prototype, "regions", void 0);
__decorate([
    AnyOf({ length: 60 }),
    __metadata("design:type", Array)
], CustomerFilter.prototype, "tags", void 0);
__decorate([
    OneOf(['no', 'yes'], { optional: true }),
    __metadata("design:type", String)
], CustomerFilter.prototype, "archived", void 0);
__decorate([
    Whole({ min: 1, max: 36_500, optional: true }),
    __metadata("design:type", Number)
], CustomerFilter.prototype, "silentDays", void 0);
__decorate([
    OneOf(NEXT_CONTACTS, { optional: true }),
    __metadata("design:type", String)
], CustomerFilter.prototype, "nextContact", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], CustomerFilter.prototype, "knownFrom", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], CustomerFilter.prototype, "knownUntil", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], CustomerFilter.prototype, "convertedFrom", void 0);
__decorate([
    Day({ optional: true }),
    __metadata("design:type", String)
], CustomerFilter.prototype, "convertedUntil", void 0);
__decorate([
    Text({ max: 4_000, optional: true }),
    __metadata("design:type", String)
], CustomerFilter.prototype, "fields", void 0);
export class ListCustomers extends CustomerFilter {
}
__decorate([
    OneOf(SORTS, { optional: true }),
    __metadata("design:type", String)
], ListCustomers.prototype, "sort", void 0);
__decorate([
    Whole({ min: 1, max: 100, optional: true }),
    __metadata("design:type", Number)
], ListCustomers.prototype, "limit", void 0);
__decorate([
    Text({ max: 2_000, optional: true }),
    __metadata("design:type", String)
], ListCustomers.prototype, "cursor", void 0);
export class ExportCustomers extends CustomerFilter {
}
__decorate([
    OneOf(SORTS, { optional: true }),
    __metadata("design:type", String)
], ExportCustomers.prototype, "sort", void 0);
__decorate([
    SomeOf(EXPORT_COLUMNS, { optional: true }),
    __metadata("design:type", Array)
], ExportCustomers.prototype, "columns", void 0);
/** A customer as a row of the list. */
export class CustomerRow {
}
__decorate([
    FieldValuesView(),
    __metadata("design:type", Object)
], CustomerRow.prototype, "fields", void 0);
export class CustomerPage {
}
export class CustomerCountView {
}
