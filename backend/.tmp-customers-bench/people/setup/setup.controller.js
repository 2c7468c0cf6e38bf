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
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { Public } from "../session.guard.js";
import { originOf, setSessionCookie } from "../signing-in/session-cookie.js";
import { SetUp } from "./setup.dto.js";
import { Setup } from "./setup.js";
/** The first visit to a new installation. */
let SetupController = class SetupController {
    constructor(setup) {
        this.setup = setup;
    }
    /** Whether there is nobody yet. */
    async get() {
        return { isNeeded: await this.setup.isNeeded() };
    }
    /** Makes the organisation and its first administrator, and signs them in. */
    async setUp(input, request, reply) {
        const { token, view } = await this.setup.setUp(input, originOf(request));
        setSessionCookie(request, reply, token);
        return view;
    }
};
__decorate([
    Public(),
    Get(),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", Promise)
], SetupController.prototype, "get", null);
__decorate([
    Public(),
    Post(),
    __param(0, Body()),
    __param(1, Req()),
    __param(2, Res({ passthrough: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [SetUp, Object, Object]),
    __metadata("design:returntype", Promise)
], SetupController.prototype, "setUp", null);
SetupController = __decorate([
    Controller('setup'),
    __metadata("design:paramtypes", [Setup])
], SetupController);
export { SetupController };
