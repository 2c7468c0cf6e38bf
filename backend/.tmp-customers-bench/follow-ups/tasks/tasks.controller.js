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
import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { CurrentActor, Needs } from "../../people/index.js";
import { IfMatch } from "../../platform/http/if-match.js";
import { AnswersJson } from "../../platform/http/json-text.js";
import { RecordId } from "../../platform/http/record-id.js";
import { FollowUpView } from "../timeline/timeline.dto.js";
import { Timeline } from "../timeline/timeline.js";
import { Events } from "./events.js";
import { ChangeEvent, ChangeTask, WriteEvent, WriteTask } from "./tasks.dto.js";
import { Tasks } from "./tasks.js";
const VERSION = { name: 'If-Match', required: true, description: 'The version that was read, such as "3".' };
/** Simple tasks and events. */
let TasksController = class TasksController {
    constructor(tasks, events, timeline) {
        this.tasks = tasks;
        this.events = events;
        this.timeline = timeline;
    }
    async addTask(actor, given) {
        const { id } = await this.tasks.add(actor, given);
        return this.timeline.one(actor, id);
    }
    async changeTask(actor, id, version, given) {
        await this.tasks.change(actor, id, version, given);
        return this.timeline.one(actor, id);
    }
    /** It is done. */
    async complete(actor, id) {
        await this.tasks.complete(actor, id, true);
        return this.timeline.one(actor, id);
    }
    /** It is not done after all. */
    async uncomplete(actor, id) {
        await this.tasks.complete(actor, id, false);
        return this.timeline.one(actor, id);
    }
    withdrawTask(actor, id) {
        return this.tasks.withdraw(actor, id);
    }
    async addEvent(actor, given) {
        const { id } = await this.events.add(actor, given);
        return this.timeline.one(actor, id);
    }
    async changeEvent(actor, id, version, given) {
        await this.events.change(actor, id, version, given);
        return this.timeline.one(actor, id);
    }
    withdrawEvent(actor, id) {
        return this.events.withdraw(actor, id);
    }
};
__decorate([
    Post('tasks'),
    AnswersJson(FollowUpView, 201),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, WriteTask]),
    __metadata("design:returntype", Promise)
], TasksController.prototype, "addTask", null);
__decorate([
    Patch('tasks/:id'),
    ApiHeader(VERSION),
    AnswersJson(FollowUpView),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, ChangeTask]),
    __metadata("design:returntype", Promise)
], TasksController.prototype, "changeTask", null);
__decorate([
    Post('tasks/:id/completion'),
    AnswersJson(FollowUpView, 201),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], TasksController.prototype, "complete", null);
__decorate([
    Delete('tasks/:id/completion'),
    AnswersJson(FollowUpView),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], TasksController.prototype, "uncomplete", null);
__decorate([
    Delete('tasks/:id'),
    HttpCode(204),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], TasksController.prototype, "withdrawTask", null);
__decorate([
    Post('events'),
    AnswersJson(FollowUpView, 201),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, WriteEvent]),
    __metadata("design:returntype", Promise)
], TasksController.prototype, "addEvent", null);
__decorate([
    Patch('events/:id'),
    ApiHeader(VERSION),
    AnswersJson(FollowUpView),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, ChangeEvent]),
    __metadata("design:returntype", Promise)
], TasksController.prototype, "changeEvent", null);
__decorate([
    Delete('events/:id'),
    HttpCode(204),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], TasksController.prototype, "withdrawEvent", null);
TasksController = __decorate([
    Controller(),
    Needs('contacts.work'),
    __metadata("design:paramtypes", [Tasks,
        Events,
        Timeline])
], TasksController);
export { TasksController };
