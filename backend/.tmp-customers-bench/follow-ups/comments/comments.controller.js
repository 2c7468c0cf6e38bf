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
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Needs } from "../../people/index.js";
import { RecordId } from "../../platform/http/record-id.js";
import { WriteComment } from "./comments.dto.js";
import { Comments } from "./comments.js";
/** Remarks of colleagues on a record. */
let CommentsController = class CommentsController {
    constructor(comments) {
        this.comments = comments;
    }
    of(actor, id) {
        return this.comments.of(actor, id);
    }
    write(actor, id, { text }) {
        return this.comments.write(actor, id, text);
    }
    /** Only who wrote it takes it back. */
    withdraw(actor, id, commentId) {
        return this.comments.withdraw(actor, id, commentId);
    }
};
__decorate([
    Get(),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], CommentsController.prototype, "of", null);
__decorate([
    Post(),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, WriteComment]),
    __metadata("design:returntype", Promise)
], CommentsController.prototype, "write", null);
__decorate([
    Delete(':commentId'),
    HttpCode(204),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Param('commentId', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, String]),
    __metadata("design:returntype", Promise)
], CommentsController.prototype, "withdraw", null);
CommentsController = __decorate([
    Controller('follow-ups/:id/comments'),
    Needs('contacts.work'),
    __metadata("design:paramtypes", [Comments])
], CommentsController);
export { CommentsController };
