import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { followUpsTexts } from './texts';

/** The timeline, shown inside a customer's page; it reads the customer's `id` from the address. */
export const timelineRoutes: Routes = scoped('followUps', followUpsTexts, [
  { path: '', pathMatch: 'full', loadComponent: () => import('./timeline').then((m) => m.Timeline) },
]);
