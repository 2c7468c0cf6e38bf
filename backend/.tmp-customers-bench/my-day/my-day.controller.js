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
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { notFound } from "../kernel/index.js";
import { CurrentActor, Needs } from "../people/index.js";
import { AnswersJson } from "../platform/http/json-text.js";
import { BUCKETS, BucketPage, BucketQuery, MyDayQuery, MyDayView } from "./my-day.dto.js";
import { MyDay } from "./my-day.js";
/** The ordered queue of what to do now. */
let MyDayController = class MyDayController {
    constructor(myDay) {
        this.myDay = myDay;
    }
    /** The five buckets with their counts and first rows. */
    day(actor, { personId }) {
        return this.myDay.of(actor, personId ?? actor.personId);
    }
    /** The rows of a bucket after a cursor. */
    bucket(actor, word, { personId, after }) {
        const bucket = BUCKETS.find((name) => name === word);
        if (!bucket)
            throw notFound();
        return this.myDay.bucket(actor, personId ?? actor.personId, bucket, after ?? null);
    }
};
__decorate([
    Get(),
    AnswersJson(MyDayView),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, MyDayQuery]),
    __metadata("design:returntype", Promise)
], MyDayController.prototype, "day", null);
__decorate([
    Get(':bucket'),
    ApiParam({ name: 'bucket', enum: BUCKETS }),
    AnswersJson(BucketPage),
    __param(0, CurrentActor()),
    __param(1, Param('bucket')),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, BucketQuery]),
    __metadata("design:returntype", Promise)
], MyDayController.prototype, "bucket", null);
MyDayController = __decorate([
    Controller('my-day'),
    Needs('contacts.work'),
    __metadata("design:paramtypes", [MyDay])
], MyDayController);
export { MyDayController };
