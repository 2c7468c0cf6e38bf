import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { SuggestedField } from './search.dto.ts';
@Injectable()
export class Suggestions {
  of(_actor: Actor, _field: SuggestedField, _q: string): Promise<string[]> { throw new Error(); }
}
