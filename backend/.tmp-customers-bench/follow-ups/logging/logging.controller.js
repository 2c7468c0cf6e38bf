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
import { CurrentActor, Needs } from "../../people/index.js";
import { IfMatch } from "../../platform/http/if-match.js";
import { AnswersJson } from "../../platform/http/json-text.js";
import { RecordId } from "../../platform/http/record-id.js";
import { FollowUpView } from "../timeline/timeline.dto.js";
import { Timeline } from "../timeline/timeline.js";
import { ContactLog } from "./contact-log.js";
import { CorrectFollowUp } from "./corrections.dto.js";
import { Corrections } from "./corrections.js";
import { LogContact } from "./log-contact.dto.js";
import { WriteLog } from "./logs.dto.js";
import { Logs } from "./logs.js";
import { Withdrawals } from "./withdrawals.js";
/** Records of what did happen. */
let LoggingController = class LoggingController {
    constructor(contacts, withdrawals, corrections, logs, timeline) {
        this.contacts = contacts;
        this.withdrawals = withdrawals;
        this.corrections = corrections;
        this.logs = logs;
        this.timeline = timeline;
    }
    /** Logs a contact with its next step, in one go. */
    log(actor, given) {
        return this.contacts.log(actor, given);
    }
    /** One record in full. */
    one(actor, id) {
        return this.timeline.one(actor, id);
    }
    /** Takes a contact or a log back within a minute, by its author; everything is as it was before. 410 afterwards. */
    undo(actor, id) {
        return this.withdrawals.undo(actor, id);
    }
    /** Puts a contact or a log right and leaves a trace: its author, or who holds the right `records.correct`. */
    async correct(actor, id, version, given) {
        await this.corrections.correct(actor, id, version, given);
        return this.timeline.one(actor, id);
    }
    /** What stood in the record before. */
    trace(actor, id) {
        return this.corrections.of(actor, id);
    }
    /** Writes down something that was no contact. */
    async write(actor, given) {
        const { id } = await this.logs.write(actor, given);
        return this.timeline.one(actor, id);
    }
};
__decorate([
    Post('follow-ups'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, LogContact]),
    __metadata("design:returntype", Promise)
], LoggingController.prototype, "log", null);
__decorate([
    Get('follow-ups/:id'),
    AnswersJson(FollowUpView),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], LoggingController.prototype, "one", null);
__decorate([
    Delete('follow-ups/:id'),
    HttpCode(204),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], LoggingController.prototype, "undo", null);
__decorate([
    Patch('follow-ups/:id'),
    ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read, such as "3".' }),
    AnswersJson(FollowUpView),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, CorrectFollowUp]),
    __metadata("design:returntype", Promise)
], LoggingController.prototype, "correct", null);
__decorate([
    Get('follow-ups/:id/corrections'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], LoggingController.prototype, "trace", null);
__decorate([
    Post('logs'),
    AnswersJson(FollowUpView, 201),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, WriteLog]),
    __metadata("design:returntype", Promise)
], LoggingController.prototype, "write", null);
LoggingController = __decorate([
    Controller(),
    Needs('contacts.work'),
    __metadata("design:paramtypes", [ContactLog,
        Withdrawals,
        Corrections,
        Logs,
        Timeline])
], LoggingController);
export { LoggingController };
