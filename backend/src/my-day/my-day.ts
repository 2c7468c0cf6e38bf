import { Injectable } from '@nestjs/common';
import type { Actor } from '../people/index.ts';
import type { JsonText } from '../platform/http/json-text.ts';
import type { Bucket, BucketPage, MyDayView } from './my-day.dto.ts';

@Injectable()
export class MyDay {
  of(_a: Actor, _p: string): Promise<JsonText<MyDayView>> {
    throw new Error('soon');
  }
  bucket(_a: Actor, _p: string, _b: Bucket, _f: string | null): Promise<JsonText<BucketPage>> {
    throw new Error('soon');
  }
}
