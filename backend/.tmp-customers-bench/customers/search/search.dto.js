var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { OneOf, Text, Whole } from "../../platform/http/fields.js";
export const MATCHES = ['name', 'pinyin', 'initials', 'phone', 'email', 'person'];
export const SUGGESTED_FIELDS = ['source', 'industry', 'region', 'tags'];
export class SearchQuery {
}
__decorate([
    Text({ max: 100 }),
    __metadata("design:type", String)
], SearchQuery.prototype, "q", void 0);
__decorate([
    Whole({ min: 1, max: 50, optional: true }),
    __metadata("design:type", Number)
], SearchQuery.prototype, "limit", void 0);
export class SearchHitView {
}
export class SearchResultView {
}
/** At least one of the three. */
export class DuplicatesQuery {
}
__decorate([
    Text({ max: 200, optional: true }),
    __metadata("design:type", String)
], DuplicatesQuery.prototype, "name", void 0);
__decorate([
    Text({ max: 254, optional: true }),
    __metadata("design:type", String)
], DuplicatesQuery.prototype, "phone", void 0);
__decorate([
    Text({ max: 254, optional: true }),
    __metadata("design:type", String)
], DuplicatesQuery.prototype, "email", void 0);
export class SuggestionsQuery {
}
__decorate([
    OneOf(SUGGESTED_FIELDS),
    __metadata("design:type", String)
], SuggestionsQuery.prototype, "field", void 0);
__decorate([
    Text({ max: 60, min: 0, optional: true }),
    __metadata("design:type", String)
], SuggestionsQuery.prototype, "q", void 0);
export class SuggestionsView {
}
