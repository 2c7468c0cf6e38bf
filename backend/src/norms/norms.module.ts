import { Module } from '@nestjs/common';
import { NormReads } from './norm-reads.ts';
import { NormsController } from './norms.controller.ts';
import { Norms } from './norms.ts';

/** Standards for contacts. */
@Module({ controllers: [NormsController], providers: [Norms, NormReads], exports: [NormReads] })
export class NormsModule {}
