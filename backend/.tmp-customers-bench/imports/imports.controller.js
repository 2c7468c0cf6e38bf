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
import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { malformed } from "../kernel/index.js";
import { CurrentActor, Needs } from "../people/index.js";
import { RecordId } from "../platform/http/record-id.js";
import { MAX_FILE_BYTES } from "./file/pieces.js";
import { ImportReads } from "./import-reads.js";
import { ChooseFormat, ChooseMapping, ImportsQuery, IssuesQuery, UploadQuery } from "./imports.dto.js";
import { Imports } from "./imports.js";
import { issuesFile } from "./issues-file.js";
/** Files that bring customers and communications from elsewhere. */
let ImportsController = class ImportsController {
    constructor(imports, reads) {
        this.imports = imports;
        this.reads = reads;
    }
    /** Takes a file and tells what stands in it. */
    async upload(actor, { kind }, request) {
        if (!request.isMultipart())
            throw malformed('file_required');
        const part = await request.file({ limits: { files: 1, fields: 10, fileSize: MAX_FILE_BYTES + 1 } });
        if (!part)
            throw malformed('file_required');
        return this.imports.upload(actor, kind, part.filename, part.file);
    }
    /** Past imports and those under way, newest first. */
    list(actor, { cursor, limit }) {
        return this.reads.list(actor, cursor, limit);
    }
    /** What the columns of such a file can fill. */
    targets(actor, { kind }) {
        return this.reads.targets(actor, kind);
    }
    read(actor, id) {
        return this.reads.view(actor, id);
    }
    /** Reads the file with another encoding or delimiter. */
    chooseFormat(actor, id, { encoding, delimiter }) {
        return this.imports.chooseFormat(actor, id, encoding, delimiter);
    }
    /** Says where each column goes. */
    chooseMapping(actor, id, { columns, defaults }) {
        return this.imports.chooseMapping(actor, id, { columns: columns.map((column) => ({ ...column })), defaults: defaults ?? {} });
    }
    /** Begins the dry run, which changes nothing; its progress and counts are on the import. */
    check(actor, id) {
        return this.imports.check(actor, id);
    }
    /** Takes the rows over. */
    run(actor, id) {
        return this.imports.run(actor, id);
    }
    /** Removes a file that was not run. */
    discard(actor, id) {
        return this.imports.discard(actor, id);
    }
    /** Why rows are not taken over. */
    issues(actor, id, query) {
        return this.reads.issues(actor, id, query);
    }
    /** The same as a CSV file, in the language of whoever asks. */
    async issuesFile(actor, id) {
        const found = await this.reads.view(actor, id);
        const name = encodeURIComponent(`${found.fileName.replace(/\.\w+$/, '')}-issues.csv`);
        return new StreamableFile(Readable.from(issuesFile(this.reads.everyIssue(id), actor.language)), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename*=UTF-8''${name}` });
    }
};
__decorate([
    Post(),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } }),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __param(2, Req()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, UploadQuery, Object]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "upload", null);
__decorate([
    Get(),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, ImportsQuery]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "list", null);
__decorate([
    Get('targets'),
    __param(0, CurrentActor()),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, UploadQuery]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "targets", null);
__decorate([
    Get(':id'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "read", null);
__decorate([
    Put(':id/format'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, ChooseFormat]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "chooseFormat", null);
__decorate([
    Put(':id/mapping'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, ChooseMapping]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "chooseMapping", null);
__decorate([
    Post(':id/check'),
    HttpCode(202),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "check", null);
__decorate([
    Post(':id/run'),
    HttpCode(202),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "run", null);
__decorate([
    Delete(':id'),
    HttpCode(204),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "discard", null);
__decorate([
    Get(':id/issues'),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __param(2, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String, IssuesQuery]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "issues", null);
__decorate([
    Get(':id/issues.csv'),
    ApiProduces('text/csv'),
    ApiOkResponse({ schema: { type: 'string' } }),
    __param(0, CurrentActor()),
    __param(1, Param('id', RecordId)),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, String]),
    __metadata("design:returntype", Promise)
], ImportsController.prototype, "issuesFile", null);
ImportsController = __decorate([
    Controller('imports'),
    Needs('customers.import'),
    __metadata("design:paramtypes", [Imports,
        ImportReads])
], ImportsController);
export { ImportsController };
