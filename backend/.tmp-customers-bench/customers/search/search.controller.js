var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Controller, Get, Query } from '@nestjs/common';
import { CurrentActor } from "../../people/index.js";
import { Duplicates } from "./duplicates.js";
import { Search } from "./search.js";
import { DuplicatesQuery, SearchQuery, SuggestionsQuery } from "./search.dto.js";
import { Suggestions } from "./suggestions.js";
/** Finding customers, and what was typed before. */
let SearchController = class SearchController {
    constructor(search, duplicates, suggestions) {
        this.search = search;
        this.duplicates = duplicates;
        this.suggestions = suggestions;
    }
    /** The customers that fit best. */
    async find(actor, { q, limit }) {
        return { items: await this.search.find(actor, q, limit ?? 20) };
    }
    /** Customers that may be the one about to be created. */
    async duplicatesOf(actor, query) {
        return { items: await this.duplicates.of(actor, query) };
    }
    /** Values in use, to complete what is being typed. */
    async suggest(actor, { field, q }) {
        return { items: await this.suggestions.of(actor, field, q ?? '') };
    }
};
__decorate([
    Get('search'),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, SearchQuery]),
    __metadata("design:returntype", Promise)
], SearchController.prototype, "find", null);
__decorate([
    Get('customers/duplicates'),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, DuplicatesQuery]),
    __metadata("design:returntype", Promise)
], SearchController.prototype, "duplicatesOf", null);
__decorate([
    Get('customers/suggestions'),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, SuggestionsQuery]),
    __metadata("design:returntype", Promise)
], SearchController.prototype, "suggest", null);
SearchController = __decorate([
    Controller(),
    __metadata("design:paramtypes", [Search,
        Duplicates,
        Suggestions])
], SearchController);
export { SearchController };
