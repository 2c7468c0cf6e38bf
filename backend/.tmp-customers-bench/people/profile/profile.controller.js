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
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Put, Req, Res } from '@nestjs/common';
import { CurrentActor, CurrentSession } from "../session.guard.js";
import { clearSessionCookie, originOf } from "../signing-in/session-cookie.js";
import { ChangePassword, ChangeProfile } from "./profile.dto.js";
import { Profile } from "./profile.js";
/** The signed-in person's own account. */
let ProfileController = class ProfileController {
    constructor(profile) {
        this.profile = profile;
    }
    /** Name, language, time zone, theme. */
    change(actor, input) {
        return this.profile.change(actor, input);
    }
    /** A new password; every other session ends. */
    changePassword(actor, sessionId, input, request) {
        return this.profile.changePassword(actor, sessionId, input, originOf(request));
    }
    /** Where the person is signed in. */
    openSessions(actor, sessionId) {
        return this.profile.openSessions(actor, sessionId);
    }
    /** Signs one browser out. */
    endSession(actor, id) {
        return this.profile.endSession(actor, id);
    }
    /** Signs out everywhere, here as well. */
    async endSessions(actor, request, reply) {
        await this.profile.endSessions(actor);
        clearSessionCookie(request, reply);
    }
};
__decorate([
    Patch(),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, ChangeProfile]),
    __metadata("design:returntype", Promise)
], ProfileController.prototype, "change", null);
__decorate([
    Put('password'),
    HttpCode(204),
    __param(0, CurrentActor()),
    __param(1, CurrentSession()),
    __param(2, Body()),
    __param(3, Req()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, ChangePassword, Object]),
    __metadata("design:returntype", Promise)
], ProfileController.prototype, "changePassword", null);
__decorate([
    Get('sessions'),
    __param(0, CurrentActor()),
    __param(1, CurrentSession()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], ProfileController.prototype, "openSessions", null);
__decorate([
    Delete('sessions/:id'),
    HttpCode(204),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], ProfileController.prototype, "endSession", null);
__decorate([
    Delete('sessions'),
    HttpCode(204),
    __param(0, CurrentActor()),
    __param(1, Req()),
    __param(2, Res({ passthrough: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object, Object]),
    __metadata("design:returntype", Promise)
], ProfileController.prototype, "endSessions", null);
ProfileController = __decorate([
    Controller('profile'),
    __metadata("design:paramtypes", [Profile])
], ProfileController);
export { ProfileController };
