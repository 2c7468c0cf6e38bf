import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { JsonText } from '../../platform/http/json-text.ts';
import type { FollowUpView, TimelinePage, TimelineQuery } from './timeline.dto.ts';

@Injectable()
export class Timeline {
  page(_a: Actor, _id: string, _q: TimelineQuery): Promise<JsonText<TimelinePage>> {
    throw new Error('soon');
  }
  one(_a: Actor, _id: string): Promise<JsonText<FollowUpView>> {
    throw new Error('soon');
  }
}
