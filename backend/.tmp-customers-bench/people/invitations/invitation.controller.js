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
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Public } from "../session.guard.js";
import { originOf, setSessionCookie } from "../signing-in/session-cookie.js";
import { AcceptInvitation } from "./invitation.dto.js";
import { Invitations } from "./invitations.js";
/** What can be done with an invitation link, by whoever holds it. */
let InvitationController = class InvitationController {
    constructor(invitations) {
        this.invitations = invitations;
    }
    /** Who is invited; 410 `invitation_over` when the link was used or is older than seven days. */
    get(token) {
        return this.invitations.get(token);
    }
    /** Chooses name and password, and signs in. */
    async accept(token, input, request, reply) {
        const session = await this.invitations.accept(token, input, originOf(request));
        setSessionCookie(request, reply, session.token);
        return session.view;
    }
};
__decorate([
    Public(),
    Get(':token'),
    __param(0, Param('token')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], InvitationController.prototype, "get", null);
__decorate([
    Public(),
    Post(':token/acceptance'),
    __param(0, Param('token')),
    __param(1, Body()),
    __param(2, Req()),
    __param(3, Res({ passthrough: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, AcceptInvitation, Object, Object]),
    __metadata("design:returntype", Promise)
], InvitationController.prototype, "accept", null);
InvitationController = __decorate([
    Controller('invitations'),
    __metadata("design:paramtypes", [Invitations])
], InvitationController);
export { InvitationController };
