import { Module } from '@nestjs/common';
import { ImportReads } from './import-reads.ts';
import { ImportsController } from './imports.controller.ts';
import { Imports } from './imports.ts';
import { ImportWork } from './running/import-work.ts';

/** Customers and communications out of files. */
@Module({ controllers: [ImportsController], providers: [ImportReads, ImportWork, Imports], exports: [Imports] })
export class ImportsModule {}
