import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { CommentView, CommentsView } from './comments.dto.ts';

@Injectable()
export class Comments {
  of(_a: Actor, _id: string): Promise<CommentsView> {
    throw new Error('soon');
  }
  write(_a: Actor, _id: string, _t: string): Promise<CommentView> {
    throw new Error('soon');
  }
  withdraw(_a: Actor, _id: string, _c: string): Promise<void> {
    throw new Error('soon');
  }
}
