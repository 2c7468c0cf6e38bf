import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public } from '../people/index.ts';

/** That the product works. */
export class HealthView {
  /** Always `ok`: when the database does not answer, the whole answer is a problem with status 503. */
  status: 'ok';
}

/** For whoever watches over the process: a load balancer, a container engine. */
@Controller('health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  /** Answers when the process and its database do. */
  @Get()
  @Public()
  async check(): Promise<HealthView> {
    await this.source.query('SELECT 1');
    return { status: 'ok' };
  }
}
