import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { DuplicatesQuery, SearchHitView } from './search.dto.ts';
@Injectable()
export class Duplicates {
  of(_actor: Actor, _query: DuplicatesQuery): Promise<SearchHitView[]> { throw new Error(); }
}
