import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { malformed } from '../kernel/index.ts';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { RecordId } from '../platform/http/record-id.ts';
import { MAX_FILE_BYTES } from './file/pieces.ts';
import { ImportReads } from './import-reads.ts';
import { ChooseFormat, ChooseMapping, ImportIssuePageView, ImportPageView, ImportTargetsView, ImportView, ImportsQuery, IssuesQuery, UploadQuery } from './imports.dto.ts';
import { Imports } from './imports.ts';
import { issuesFile } from './issues-file.ts';
import { UndoPreviewView } from './undo/undo.dto.ts';
import { ImportUndo } from './undo/undo.ts';

/** Files that bring customers and communications from elsewhere. */
@Controller('imports')
@Needs('customers.import')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly reads: ImportReads,
    private readonly undo: ImportUndo,
  ) {}

  /** Takes a file and tells what stands in it. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async upload(@CurrentActor() actor: Actor, @Query() { kind }: UploadQuery, @Req() request: FastifyRequest): Promise<ImportView> {
    if (!request.isMultipart()) throw malformed('file_required');
    const part = await request.file({ limits: { files: 1, fields: 10, fileSize: MAX_FILE_BYTES + 1 } });
    if (!part) throw malformed('file_required');
    return this.imports.upload(actor, kind, part.filename, part.file);
  }

  /** Past imports and those under way, newest first. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() { cursor, limit }: ImportsQuery): Promise<ImportPageView> {
    return this.reads.list(actor, cursor, limit);
  }

  /** What the columns of such a file can fill. */
  @Get('targets')
  targets(@CurrentActor() actor: Actor, @Query() { kind }: UploadQuery): Promise<ImportTargetsView> {
    return this.reads.targets(actor, kind);
  }

  @Get(':id')
  read(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ImportView> {
    return this.reads.view(actor, id);
  }

  /** Reads the file with another encoding and delimiter, a spreadsheet from another sheet. */
  @Put(':id/format')
  chooseFormat(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() { encoding, delimiter, sheet }: ChooseFormat): Promise<ImportView> {
    return this.imports.chooseFormat(actor, id, { ...(encoding && { encoding }), ...(delimiter && { delimiter }), ...(sheet !== undefined && { sheet }) });
  }

  /** Says where each column goes. */
  @Put(':id/mapping')
  chooseMapping(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() { columns, defaults }: ChooseMapping): Promise<ImportView> {
    return this.imports.chooseMapping(actor, id, { columns: columns.map((column) => ({ ...column })), defaults: defaults ?? {} });
  }

  /** Begins the dry run, which changes nothing; its progress and counts are on the import. */
  @Post(':id/check')
  @HttpCode(202)
  check(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ImportView> {
    return this.imports.check(actor, id);
  }

  /** Takes the rows over. */
  @Post(':id/run')
  @HttpCode(202)
  run(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ImportView> {
    return this.imports.run(actor, id);
  }

  /** Removes a file that was not run. */
  @Delete(':id')
  @HttpCode(204)
  discard(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.imports.discard(actor, id);
  }

  /** What taking it back would do; changes nothing. */
  @Get(':id/undo')
  undoPreview(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<UndoPreviewView> {
    return this.undo.preview(actor, id);
  }

  /** Takes back what the import has written, but for what somebody has worked with since; its progress and counts are on the import. */
  @Post(':id/undo')
  @HttpCode(202)
  beginUndo(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ImportView> {
    return this.undo.begin(actor, id);
  }

  /** Why rows are not taken over. */
  @Get(':id/issues')
  issues(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() query: IssuesQuery): Promise<ImportIssuePageView> {
    return this.reads.issues(actor, id, query);
  }

  /** The same as a CSV file, in the language of whoever asks. */
  @Get(':id/issues.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async issuesFile(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<StreamableFile> {
    const found = await this.reads.view(actor, id);
    const name = encodeURIComponent(`${found.fileName.replace(/\.\w+$/, '')}-issues.csv`);
    return new StreamableFile(Readable.from(issuesFile(this.reads.everyIssue(id), actor.language)), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename*=UTF-8''${name}` });
  }
}
