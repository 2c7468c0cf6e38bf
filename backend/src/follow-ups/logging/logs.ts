import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { WriteLog } from './logs.dto.ts';

@Injectable()
export class Logs {
  write(_a: Actor, _g: WriteLog): Promise<{ id: string }> {
    throw new Error('soon');
  }
}
