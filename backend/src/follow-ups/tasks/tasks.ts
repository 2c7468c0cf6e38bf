import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { ChangeTask, WriteTask } from './tasks.dto.ts';

@Injectable()
export class Tasks {
  add(_a: Actor, _g: WriteTask): Promise<{ id: string }> {
    throw new Error('soon');
  }
  change(_a: Actor, _id: string, _v: number, _g: ChangeTask): Promise<void> {
    throw new Error('soon');
  }
  complete(_a: Actor, _id: string, _d: boolean): Promise<void> {
    throw new Error('soon');
  }
  withdraw(_a: Actor, _id: string): Promise<void> {
    throw new Error('soon');
  }
}
