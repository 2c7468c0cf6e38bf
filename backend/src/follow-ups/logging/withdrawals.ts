import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';

@Injectable()
export class Withdrawals {
  undo(_a: Actor, _id: string): Promise<void> {
    throw new Error('soon');
  }
}
