import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { LogDefaultsQuery, LogDefaultsView } from './briefing.dto.ts';

@Injectable()
export class LogDefaults {
  of(_a: Actor, _q: LogDefaultsQuery): Promise<LogDefaultsView> {
    throw new Error('soon');
  }
}
