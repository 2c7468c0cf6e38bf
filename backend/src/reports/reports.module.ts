import { Module } from '@nestjs/common';
import { ReportExports } from './exports.ts';
import { ReportsController } from './reports.controller.ts';
import { Reports } from './reports.ts';

/** Reports out of one registry of measures. */
@Module({ controllers: [ReportsController], providers: [Reports, ReportExports], exports: [Reports] })
export class ReportsModule {}
