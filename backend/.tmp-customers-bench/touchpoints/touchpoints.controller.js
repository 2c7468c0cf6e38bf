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
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { CurrentActor, Needs } from "../people/index.js";
import { IfMatch } from "../platform/http/if-match.js";
import { RecordId } from "../platform/http/record-id.js";
import { TouchpointReads } from "./touchpoint-reads.js";
import { ChangeTouchpoint, CloseTouchpoint, MissTouchpoint, MoveTouchpoint, PlanTouchpoint, RemindInput, TouchpointsQuery } from "./touchpoints.dto.js";
import { Touchpoints } from "./touchpoints.js";
const VERSION = { name: 'If-Match', required: true, description: 'The version that was read, such as "3".' };
/** Contacts that are meant to happen. */
let TouchpointsController = class TouchpointsController {
    constructor(touchpoints, reads) {
        this.touchpoints = touchpoints;
        this.reads = reads;
    }
    /** Plans a contact. */
    plan(actor, given) {
        return this.touchpoints.plan(actor, given);
    }
    /** The touchpoints of a customer: open ones by due day, closed ones newest first. */
    ofCustomer(actor, id, query) {
        return this.reads.ofCustomer(actor, id, query);
    }
    one(actor, id) {
        return this.reads.one(actor, id);
    }
    /** Where it stood before, oldest move first. */
    moves(actor, id) {
        return this.reads.moves(actor, id);
    }
    /** Changes what it is about, not when. */
    change(actor, id, version, given) {
        return this.touchpoints.change(actor, id, version, given);
    }
    /** Moves it to another day or time; the first due day stays known. */
    move(actor, id, version, given) {
        return this.touchpoints.move(actor, id, version, given);
    }
    /** It will not happen, because … */
    cancel(actor, id, version, { reason }) {
        return this.touchpoints.close(actor, id, version, 'cancelled', reason);
    }
    /** It should have happened and did not. */
    miss(actor, id, version, { reason }) {
        return this.touchpoints.close(actor, id, version, 'missed', reason ?? null);
    }
    /** Takes a cancellation or a miss back, within a minute. */
    reopen(actor, id, version) {
        return this.touchpoints.reopen(actor, id, version);
    }
    /** Hides it from My day until then; it stays overdue meanwhile. */
    remind(actor, id, version, { at }) {
        return this.touchpoints.remind(actor, id, version, at);
    }
    /** Takes the planning back, within a minute and as long as nothing was done with it. */
    remove(actor, id) {
        return this.touchpoints.remove(actor, id);
    }
};
__decorate([
    Post('touchpoints'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, PlanTouchpoint]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "plan", null);
__decorate([
    Get('customers/:id/touchpoints'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, TouchpointsQuery]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "ofCustomer", null);
__decorate([
    Get('touchpoints/:id'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "one", null);
__decorate([
    Get('touchpoints/:id/moves'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "moves", null);
__decorate([
    Patch('touchpoints/:id'),
    ApiHeader(VERSION),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, ChangeTouchpoint]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "change", null);
__decorate([
    Post('touchpoints/:id/moves'),
    ApiHeader(VERSION),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, MoveTouchpoint]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "move", null);
__decorate([
    Post('touchpoints/:id/cancellation'),
    ApiHeader(VERSION),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, CloseTouchpoint]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "cancel", null);
__decorate([
    Post('touchpoints/:id/miss'),
    ApiHeader(VERSION),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, MissTouchpoint]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "miss", null);
__decorate([
    Post('touchpoints/:id/reopening'),
    ApiHeader(VERSION),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "reopen", null);
__decorate([
    Post('touchpoints/:id/reminder'),
    ApiHeader(VERSION),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, RemindInput]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "remind", null);
__decorate([
    Delete('touchpoints/:id'),
    HttpCode(204),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], TouchpointsController.prototype, "remove", null);
TouchpointsController = __decorate([
    Controller(),
    Needs('contacts.work'),
    __metadata("design:paramtypes", [Touchpoints,
        TouchpointReads])
], TouchpointsController);
export { TouchpointsController };
