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
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { CurrentActor, Needs } from "../people/index.js";
import { IfMatch } from "../platform/http/if-match.js";
import { RecordId } from "../platform/http/record-id.js";
import { ChangeCustomer, CreateCustomer } from "./customer.dto.js";
import { Customers } from "./customers.js";
/** One customer: created, read, changed, archived and restored. */
let CustomersController = class CustomersController {
    constructor(customers) {
        this.customers = customers;
    }
    /** Creates a customer. */
    create(actor, input) {
        return this.customers.create(actor, input);
    }
    /** Everything about a customer itself. */
    read(actor, id) {
        return this.customers.read(actor, id);
    }
    /** Changes what is given; lists of people and contact points are given whole. */
    change(actor, id, version, input) {
        return this.customers.change(actor, id, version, input);
    }
    /** Takes a customer out of lists, searches and queues; its records stay. */
    archive(actor, id) {
        return this.customers.archive(actor, id);
    }
    /** Restores an archived customer. */
    restore(actor, id) {
        return this.customers.restore(actor, id);
    }
};
__decorate([
    Post(),
    Needs('customers.write'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, CreateCustomer]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "create", null);
__decorate([
    Get(':id'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "read", null);
__decorate([
    Patch(':id'),
    ApiHeader({ name: 'If-Match', required: true }),
    Needs('customers.write'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, ChangeCustomer]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "change", null);
__decorate([
    Post(':id/archival'),
    HttpCode(200),
    Needs('customers.write'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "archive", null);
__decorate([
    Delete(':id/archival'),
    Needs('customers.write'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], CustomersController.prototype, "restore", null);
CustomersController = __decorate([
    Controller('customers'),
    __metadata("design:paramtypes", [Customers])
], CustomersController);
export { CustomersController };
