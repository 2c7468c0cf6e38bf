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
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Req } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { CONFIG } from "../../platform/config.js";
import { IfMatch } from "../../platform/http/if-match.js";
import { CurrentActor, Needs } from "../session.guard.js";
import { publicAddress } from "../signing-in/session-cookie.js";
import { Accounts } from "./accounts.js";
import { PeopleList } from "./people-list.js";
import { ChangePerson, InvitePerson } from "./person.dto.js";
/** The colleagues: names for everybody, accounts for administrators. */
let PersonController = class PersonController {
    constructor(list, accounts, config) {
        this.list = list;
        this.accounts = accounts;
        this.config = config;
    }
    /** Everybody by name, with whether you see their records. */
    everybody(actor) {
        return this.list.everybody(actor);
    }
    /** Everybody's account. */
    all() {
        return this.list.accounts();
    }
    /** Invites a colleague; the link is shown this once. */
    async invite(actor, input, request) {
        return this.withUrl(await this.accounts.invite(actor, input), request);
    }
    /** Changes, disables or enables an account. */
    change(actor, id, version, input) {
        return this.accounts.change(actor, id, version, input);
    }
    /** A new link, also for a forgotten password; earlier ones stop working. */
    async newLink(actor, id, request) {
        return this.withUrl(await this.accounts.newLink(actor, id), request);
    }
    /** Signs a colleague out everywhere. */
    endSessions(actor, id) {
        return this.accounts.endSessions(actor, id);
    }
    withUrl({ person, token }, request) {
        return { person, invitationUrl: `${publicAddress(request, this.config)}/invitation/${token}` };
    }
};
__decorate([
    Get(),
    __param(0, CurrentActor()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", Promise)
], PersonController.prototype, "everybody", null);
__decorate([
    Get('accounts'),
    Needs('people.manage'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", Promise)
], PersonController.prototype, "all", null);
__decorate([
    Post(),
    Needs('people.manage'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __param(2, Req()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, InvitePerson, Object]),
    __metadata("design:returntype", Promise)
], PersonController.prototype, "invite", null);
__decorate([
    Patch(':id'),
    Needs('people.manage'),
    ApiHeader({ name: 'If-Match', required: true }),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, ChangePerson]),
    __metadata("design:returntype", Promise)
], PersonController.prototype, "change", null);
__decorate([
    Post(':id/invitation'),
    Needs('people.manage'),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __param(2, Req()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Object]),
    __metadata("design:returntype", Promise)
], PersonController.prototype, "newLink", null);
__decorate([
    Delete(':id/sessions'),
    HttpCode(204),
    Needs('people.manage'),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], PersonController.prototype, "endSessions", null);
PersonController = __decorate([
    Controller('people'),
    __param(2, Inject(CONFIG)),
    __metadata("design:paramtypes", [PeopleList,
        Accounts, Object])
], PersonController);
export { PersonController };
