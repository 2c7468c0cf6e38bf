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
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Needs } from "../../people/index.js";
import { RecordId } from "../../platform/http/record-id.js";
import { ChangeOwner, ChangeOwners } from "./ownership.dto.js";
import { Ownership } from "./ownership.js";
/** Whose customers they are, and were. */
let OwnershipController = class OwnershipController {
    constructor(ownership) {
        this.ownership = ownership;
    }
    /** Gives several customers to somebody. */
    changeMany(actor, { ids, ...to }) {
        return this.ownership.change(actor, ids, to);
    }
    /** Gives a customer to somebody. */
    change(actor, id, to) {
        return this.ownership.change(actor, [id], to);
    }
    /** All changes of owner and team, newest first. */
    history(actor, id) {
        return this.ownership.history(actor, id);
    }
};
__decorate([
    Post('ownership'),
    HttpCode(200),
    Needs('customers.assign'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, ChangeOwners]),
    __metadata("design:returntype", Promise)
], OwnershipController.prototype, "changeMany", null);
__decorate([
    Post(':id/ownership'),
    HttpCode(200),
    Needs('customers.assign'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, ChangeOwner]),
    __metadata("design:returntype", Promise)
], OwnershipController.prototype, "change", null);
__decorate([
    Get(':id/ownership'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], OwnershipController.prototype, "history", null);
OwnershipController = __decorate([
    Controller('customers'),
    __metadata("design:paramtypes", [Ownership])
], OwnershipController);
export { OwnershipController };
