import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.ts';

/** Tells whether the product works. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
