var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable, SetMetadata, createParamDecorator } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { forbidden, unauthenticated } from "../kernel/index.js";
import { onceOf } from "../platform/http/once.js";
import { rightsOf } from "./rights.js";
import { Sessions } from "./sessions.js";
import { tokenOf } from "./signing-in/session-cookie.js";
/** Under these keys a route says that it is public, or which right it needs. */
export const PUBLIC = 'tangent:public';
export const RIGHT = 'tangent:right';
/** Open to everybody, signed in or not. Counted by a test. */
export const Public = () => SetMetadata(PUBLIC, true);
/** Only for people whose roles give this right. */
export const Needs = (right) => SetMetadata(RIGHT, right);
/** The signed-in person. */
export const CurrentActor = createParamDecorator((_data, context) => {
    const { actor } = context.switchToHttp().getRequest();
    if (!actor)
        throw unauthenticated();
    return actor;
});
/** The handle of the session in which the request came. */
export const CurrentSession = createParamDecorator((_data, context) => {
    const { sessionId } = context.switchToHttp().getRequest();
    if (!sessionId)
        throw unauthenticated();
    return sessionId;
});
/** Refuses by default: every route needs a session unless it is `@Public()`, and the right it `@Needs`. */
let SessionGuard = class SessionGuard {
    constructor(reflector, sessions) {
        this.reflector = reflector;
        this.sessions = sessions;
    }
    async canActivate(context) {
        const at = [context.getHandler(), context.getClass()];
        if (this.reflector.getAllAndOverride(PUBLIC, at))
            return true;
        const request = context.switchToHttp().getRequest();
        const bearer = await this.sessions.bearer(tokenOf(request));
        if (!bearer)
            throw unauthenticated();
        const { actor, sessionId } = bearer;
        const right = this.reflector.getAllAndOverride(RIGHT, at);
        if (right && !rightsOf(actor.roles).includes(right))
            throw forbidden();
        request.actor = { ...actor, once: onceOf(request) };
        request.sessionId = sessionId;
        return true;
    }
};
SessionGuard = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Reflector,
        Sessions])
], SessionGuard);
export { SessionGuard };
