import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { ChangeEvent, WriteEvent } from './tasks.dto.ts';

@Injectable()
export class Events {
  add(_a: Actor, _g: WriteEvent): Promise<{ id: string }> {
    throw new Error('soon');
  }
  change(_a: Actor, _id: string, _v: number, _g: ChangeEvent): Promise<void> {
    throw new Error('soon');
  }
  withdraw(_a: Actor, _id: string): Promise<void> {
    throw new Error('soon');
  }
}
