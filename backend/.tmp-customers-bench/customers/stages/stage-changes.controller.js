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
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Needs } from "../../people/index.js";
import { RecordId } from "../../platform/http/record-id.js";
import { ChangeStage } from "./stage-changes.dto.js";
import { StageHistory } from "./stage-history.js";
/** The dated changes of a customer's stage. */
let StageChangesController = class StageChangesController {
    constructor(stages) {
        this.stages = stages;
    }
    /** All changes, newest first. */
    read(actor, id) {
        return this.stages.read(actor, id);
    }
    /** Moves the customer to a stage, also in the past. */
    change(actor, id, input) {
        return this.stages.change(actor, id, input);
    }
    /** Takes back a change that was recorded by mistake; the audit keeps it. */
    takeBack(actor, id, changeId) {
        return this.stages.takeBack(actor, id, changeId);
    }
};
__decorate([
    Get(),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], StageChangesController.prototype, "read", null);
__decorate([
    Post(),
    Needs('customers.write'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, ChangeStage]),
    __metadata("design:returntype", Promise)
], StageChangesController.prototype, "change", null);
__decorate([
    Delete(':changeId'),
    HttpCode(200),
    Needs('records.correct'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Param('changeId', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, String]),
    __metadata("design:returntype", Promise)
], StageChangesController.prototype, "takeBack", null);
StageChangesController = __decorate([
    Controller('customers/:id/stage-changes'),
    __metadata("design:paramtypes", [StageHistory])
], StageChangesController);
export { StageChangesController };
