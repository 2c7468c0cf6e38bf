import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { needs } from '../core/session';
import { contactCardsTexts } from './texts';

/** Cards of several planned contacts, to print, and that of one, to work from. */
export const contactCardsRoutes: Routes = scoped('contactCards', contactCardsTexts, [
  { path: 'contact-cards', title: 'contactCards.many', canMatch: [needs('contacts.work')], loadComponent: () => import('./print-page').then((m) => m.PrintPage) },
  { path: 'contact-cards/:touchpointId', title: 'contactCards.title', canMatch: [needs('contacts.work')], loadComponent: () => import('./card-page').then((m) => m.CardPage) },
]);
