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
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IfMatch } from "../../platform/http/if-match.js";
import { CurrentActor, Needs } from "../session.guard.js";
import { ChangeTeam, CreateTeam, TeamsQuery } from "./team.dto.js";
import { Teams } from "./teams.js";
/** The tree of teams: open to read for everybody, changed in Settings. */
let TeamController = class TeamController {
    constructor(teams) {
        this.teams = teams;
    }
    /** Every team, each followed by those below it. */
    list({ archived }) {
        return this.teams.list(archived ?? false);
    }
    /** Adds a team. */
    create(actor, input) {
        return this.teams.create(actor, input);
    }
    /** Renames or moves a team. */
    change(actor, id, version, input) {
        return this.teams.change(actor, id, version, input);
    }
    /** Takes a team out of use; its history keeps its name. */
    archive(actor, id) {
        return this.teams.archive(actor, id);
    }
    /** Takes a team into use again. */
    restore(actor, id) {
        return this.teams.restore(actor, id);
    }
};
__decorate([
    Get(),
    __param(0, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [TeamsQuery]),
    __metadata("design:returntype", Promise)
], TeamController.prototype, "list", null);
__decorate([
    Post(),
    Needs('people.manage'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, CreateTeam]),
    __metadata("design:returntype", Promise)
], TeamController.prototype, "create", null);
__decorate([
    Patch(':id'),
    Needs('people.manage'),
    ApiHeader({ name: 'If-Match', required: true }),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, ChangeTeam]),
    __metadata("design:returntype", Promise)
], TeamController.prototype, "change", null);
__decorate([
    Post(':id/archival'),
    HttpCode(200),
    Needs('people.manage'),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], TeamController.prototype, "archive", null);
__decorate([
    Delete(':id/archival'),
    Needs('people.manage'),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], TeamController.prototype, "restore", null);
TeamController = __decorate([
    Controller('teams'),
    __metadata("design:paramtypes", [Teams])
], TeamController);
export { TeamController };
