import { Module } from '@nestjs/common';
import { NormsModule } from '../norms/index.ts';
import { ContactCardsController } from './contact-cards.controller.ts';
import { ContactCards } from './contact-cards.ts';

/** Planned contacts as pages. */
@Module({ imports: [NormsModule], controllers: [ContactCardsController], providers: [ContactCards] })
export class ContactCardsModule {}
