import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { SearchHitView } from './search.dto.ts';
@Injectable()
export class Search {
  find(_actor: Actor, _q: string, _limit: number): Promise<SearchHitView[]> { throw new Error(); }
}
