import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../people/index.ts';
import { Duplicates } from './duplicates.ts';
import { Search } from './search.ts';
import { DuplicatesQuery, SearchQuery, SearchResultView, SuggestionsQuery, SuggestionsView } from './search.dto.ts';
import { Suggestions } from './suggestions.ts';

const USUAL_LIMIT = 10;

/** Finding customers, and what was typed before. */
@Controller()
export class SearchController {
  constructor(
    private readonly search: Search,
    private readonly duplicates: Duplicates,
    private readonly suggestions: Suggestions,
  ) {}

  /** The customers that fit best. */
  @Get('search')
  async find(@CurrentActor() actor: Actor, @Query() { q, limit }: SearchQuery): Promise<SearchResultView> {
    return { items: await this.search.find(actor, q, limit ?? USUAL_LIMIT) };
  }

  /** Customers that may be the one about to be created. */
  @Get('customers/duplicates')
  async duplicatesOf(@CurrentActor() actor: Actor, @Query() query: DuplicatesQuery): Promise<SearchResultView> {
    return { items: await this.duplicates.of(actor, query) };
  }

  /** Values in use, to complete what is being typed. */
  @Get('customers/suggestions')
  async suggest(@CurrentActor() actor: Actor, @Query() { field, q }: SuggestionsQuery): Promise<SuggestionsView> {
    return { items: await this.suggestions.of(actor, field, q ?? '') };
  }
}
