var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { CustomersController } from "./customers.controller.js";
import { Customers } from "./customers.js";
import { CustomerExport } from "./list/customer-export.js";
import { CustomerList } from "./list/customer-list.js";
import { CustomerListController } from "./list/list.controller.js";
import { OwnershipController } from "./ownership/ownership.controller.js";
import { Ownership } from "./ownership/ownership.js";
import { Candidates } from "./search/candidates.js";
import { Duplicates } from "./search/duplicates.js";
import { NameMatches } from "./search/name-matches.js";
import { NameStatistics } from "./search/name-statistics.js";
import { SearchController } from "./search/search.controller.js";
import { Search } from "./search/search.js";
import { Suggestions } from "./search/suggestions.js";
import { StageChangesController } from "./stages/stage-changes.controller.js";
import { StageHistory } from "./stages/stage-history.js";
/** Customers, their people, stages and owners; lists and search over them. */
let CustomersModule = class CustomersModule {
};
CustomersModule = __decorate([
    Module({
        controllers: [SearchController, CustomerListController, OwnershipController, StageChangesController, CustomersController],
        providers: [Customers, CustomerList, CustomerExport, Ownership, StageHistory, Search, NameMatches, NameStatistics, Candidates, Duplicates, Suggestions],
        exports: [Customers, CustomerList, Ownership, StageHistory],
    })
], CustomersModule);
export { CustomersModule };
