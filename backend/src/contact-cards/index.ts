export { ContactCardsModule } from './contact-cards.module.ts';
