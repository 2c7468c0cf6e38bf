import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { BriefView } from './briefing.dto.ts';

@Injectable()
export class Brief {
  of(_a: Actor, _id: string): Promise<BriefView> {
    throw new Error('soon');
  }
}
