import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { RecordId } from '../platform/http/record-id.ts';
import { ContactCardsQuery, ContactCardsView, ContactCardView } from './contact-cards.dto.ts';
import { ContactCards } from './contact-cards.ts';

/** Contact cards, to work from and to print. */
@Controller('contact-cards')
@Needs('contacts.work')
export class ContactCardsController {
  constructor(private readonly cards: ContactCards) {}

  /** Those of chosen touchpoints, of a plan, or of a person's days. */
  @Get()
  page(@CurrentActor() actor: Actor, @Query() query: ContactCardsQuery): Promise<ContactCardsView> {
    return this.cards.page(actor, query);
  }

  /** That of one touchpoint. */
  @Get(':touchpointId')
  one(@CurrentActor() actor: Actor, @Param('touchpointId', RecordId) touchpointId: string): Promise<ContactCardView> {
    return this.cards.one(actor, touchpointId);
  }
}
