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
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { notFound } from "../kernel/index.js";
import { CurrentActor, Needs } from "../people/index.js";
import { IfMatch } from "../platform/http/if-match.js";
import { LISTS } from "./entries.js";
import { OrderInput, WriteChannel, WriteDisposition, WriteField, WriteOutcome, WriteStage, WriteTier } from "./vocabulary.dto.js";
import { Vocabulary } from "./vocabulary.js";
/** The vocabulary as every page reads it. */
let VocabularyController = class VocabularyController {
    constructor(vocabulary) {
        this.vocabulary = vocabulary;
    }
    /** Everything that records can point to. */
    all() {
        return this.vocabulary.all();
    }
};
__decorate([
    Get(),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", Promise)
], VocabularyController.prototype, "all", null);
VocabularyController = __decorate([
    Controller('vocabulary'),
    __metadata("design:paramtypes", [Vocabulary])
], VocabularyController);
export { VocabularyController };
const listOf = (word) => {
    const list = LISTS.find((name) => name === word);
    if (!list)
        throw notFound();
    return list;
};
/** Settings of the vocabulary. */
let VocabularySettingsController = class VocabularySettingsController {
    constructor(vocabulary) {
        this.vocabulary = vocabulary;
    }
    addChannel(actor, given) {
        return this.vocabulary.add(actor, 'channels', given);
    }
    changeChannel(actor, id, version, given) {
        return this.vocabulary.change(actor, 'channels', id, version, given);
    }
    addDisposition(actor, given) {
        return this.vocabulary.add(actor, 'dispositions', given);
    }
    changeDisposition(actor, id, version, given) {
        return this.vocabulary.change(actor, 'dispositions', id, version, given);
    }
    addOutcome(actor, given) {
        return this.vocabulary.add(actor, 'outcomes', given);
    }
    changeOutcome(actor, id, version, given) {
        return this.vocabulary.change(actor, 'outcomes', id, version, given);
    }
    addStage(actor, given) {
        return this.vocabulary.add(actor, 'stages', given);
    }
    changeStage(actor, id, version, given) {
        return this.vocabulary.change(actor, 'stages', id, version, given);
    }
    addTier(actor, given) {
        return this.vocabulary.add(actor, 'tiers', given);
    }
    changeTier(actor, id, version, given) {
        return this.vocabulary.change(actor, 'tiers', id, version, given);
    }
    addField(actor, given) {
        return this.vocabulary.add(actor, 'fields', given);
    }
    changeField(actor, id, version, given) {
        return this.vocabulary.change(actor, 'fields', id, version, given);
    }
    /** Puts the entries of a list in a new order. */
    order(actor, list, { ids }) {
        return this.vocabulary.order(actor, listOf(list), ids);
    }
    /** Takes an entry out of use. */
    archive(actor, list, id) {
        return this.vocabulary.archive(actor, listOf(list), id, true);
    }
    /** Brings an entry back into use. */
    restore(actor, list, id) {
        return this.vocabulary.archive(actor, listOf(list), id, false);
    }
};
__decorate([
    Post('channels'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, WriteChannel]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "addChannel", null);
__decorate([
    Patch('channels/:id'),
    ApiHeader({ name: 'If-Match', required: true }),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, WriteChannel]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "changeChannel", null);
__decorate([
    Post('dispositions'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, WriteDisposition]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "addDisposition", null);
__decorate([
    Patch('dispositions/:id'),
    ApiHeader({ name: 'If-Match', required: true }),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, WriteDisposition]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "changeDisposition", null);
__decorate([
    Post('outcomes'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, WriteOutcome]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "addOutcome", null);
__decorate([
    Patch('outcomes/:id'),
    ApiHeader({ name: 'If-Match', required: true }),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, WriteOutcome]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "changeOutcome", null);
__decorate([
    Post('stages'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, WriteStage]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "addStage", null);
__decorate([
    Patch('stages/:id'),
    ApiHeader({ name: 'If-Match', required: true }),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, WriteStage]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "changeStage", null);
__decorate([
    Post('tiers'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, WriteTier]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "addTier", null);
__decorate([
    Patch('tiers/:id'),
    ApiHeader({ name: 'If-Match', required: true }),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, WriteTier]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "changeTier", null);
__decorate([
    Post('fields'),
    __param(0, CurrentActor()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, WriteField]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "addField", null);
__decorate([
    Patch('fields/:id'),
    ApiHeader({ name: 'If-Match', required: true }),
    __param(0, CurrentActor()),
    __param(1, Param('id', ParseUUIDPipe)),
    __param(2, IfMatch()),
    __param(3, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, Number, WriteField]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "changeField", null);
__decorate([
    Put(':list/order'),
    HttpCode(204),
    ApiParam({ name: 'list', enum: LISTS }),
    __param(0, CurrentActor()),
    __param(1, Param('list')),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, OrderInput]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "order", null);
__decorate([
    Post(':list/:id/archival'),
    HttpCode(204),
    ApiParam({ name: 'list', enum: LISTS }),
    __param(0, CurrentActor()),
    __param(1, Param('list')),
    __param(2, Param('id', ParseUUIDPipe)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, String]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "archive", null);
__decorate([
    Delete(':list/:id/archival'),
    HttpCode(204),
    ApiParam({ name: 'list', enum: LISTS }),
    __param(0, CurrentActor()),
    __param(1, Param('list')),
    __param(2, Param('id', ParseUUIDPipe)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, String]),
    __metadata("design:returntype", Promise)
], VocabularySettingsController.prototype, "restore", null);
VocabularySettingsController = __decorate([
    Controller('settings'),
    Needs('settings.manage'),
    __metadata("design:paramtypes", [Vocabulary])
], VocabularySettingsController);
export { VocabularySettingsController };
