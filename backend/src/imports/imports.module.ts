import { Module } from '@nestjs/common';
import { ImportReads } from './import-reads.ts';
import { ImportsController } from './imports.controller.ts';
import { Imports } from './imports.ts';
import { ImportWork } from './running/import-work.ts';
import { UndoWork } from './undo/undo-work.ts';
import { ImportUndo } from './undo/undo.ts';

/** Customers and communications out of files. */
@Module({ controllers: [ImportsController], providers: [ImportReads, ImportUndo, ImportWork, Imports, UndoWork], exports: [Imports] })
export class ImportsModule {}
