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
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CurrentActor, Public } from "../session.guard.js";
import { Sessions } from "../sessions.js";
import { clearSessionCookie, originOf, setSessionCookie, tokenOf } from "./session-cookie.js";
import { SignIn } from "./session.dto.js";
import { SigningIn } from "./signing-in.js";
/** The session of the browser that asks. */
let SessionController = class SessionController {
    constructor(signingIn, sessions) {
        this.signingIn = signingIn;
        this.sessions = sessions;
    }
    /** Signs in; 401 `wrong_credentials`, 429 `too_many_attempts` with `retryAfterSeconds`. */
    async open(input, request, reply) {
        const { token, view } = await this.signingIn.signIn(input, originOf(request));
        setSessionCookie(request, reply, token);
        return view;
    }
    /** Who is signed in. */
    get(actor) {
        return this.signingIn.view(actor.personId);
    }
    /** Signs out. Public, because a session that is over must not stop anybody from leaving. */
    async end(request, reply) {
        const token = tokenOf(request);
        if (token)
            await this.sessions.end(token);
        clearSessionCookie(request, reply);
    }
};
__decorate([
    Public(),
    Post(),
    HttpCode(200),
    __param(0, Body()),
    __param(1, Req()),
    __param(2, Res({ passthrough: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [SignIn, Object, Object]),
    __metadata("design:returntype", Promise)
], SessionController.prototype, "open", null);
__decorate([
    Get(),
    __param(0, CurrentActor()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", Promise)
], SessionController.prototype, "get", null);
__decorate([
    Public(),
    Delete(),
    HttpCode(204),
    __param(0, Req()),
    __param(1, Res({ passthrough: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], SessionController.prototype, "end", null);
SessionController = __decorate([
    Controller('session'),
    __metadata("design:paramtypes", [SigningIn,
        Sessions])
], SessionController);
export { SessionController };
