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
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { CurrentActor, Needs } from "../../people/index.js";
import { CustomerExport } from "./customer-export.js";
import { CustomerList } from "./customer-list.js";
import { CustomerFilter, CustomerPage, ExportCustomers, ListCustomers } from "./list.dto.js";
/** The list of customers, how many it has, and the same as a file. */
let CustomerListController = class CustomerListController {
    constructor(list, exports) {
        this.list = list;
        this.exports = exports;
    }
    /** A page of the customers that fit the filter. */
    page(actor, query) {
        return this.list.page(actor, query);
    }
    /** How many customers fit the filter. */
    async count(actor, filter) {
        return { count: await this.list.count(actor, filter) };
    }
    /** The customers that fit the filter, as CSV. */
    csv(actor, query) {
        return this.exports.csv(actor, query);
    }
};
__decorate([
    Get(),
    Header('content-type', 'application/json; charset=utf-8'),
    ApiOkResponse({ type: CustomerPage }),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, ListCustomers]),
    __metadata("design:returntype", Promise)
], CustomerListController.prototype, "page", null);
__decorate([
    Get('count'),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, CustomerFilter]),
    __metadata("design:returntype", Promise)
], CustomerListController.prototype, "count", null);
__decorate([
    Get('export.csv'),
    Needs('customers.export'),
    ApiProduces('text/csv'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, ExportCustomers]),
    __metadata("design:returntype", Promise)
], CustomerListController.prototype, "csv", null);
CustomerListController = __decorate([
    Controller('customers'),
    __metadata("design:paramtypes", [CustomerList,
        CustomerExport])
], CustomerListController);
export { CustomerListController };
