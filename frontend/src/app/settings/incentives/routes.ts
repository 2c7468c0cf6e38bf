import { Routes } from '@angular/router';
import { scoped } from '../../core/i18n';
import { incentivesTexts } from './texts';

/** The catalogue of incentives; a child of Settings. */
export const incentivesRoutes: Routes = scoped('incentives', incentivesTexts, [
  { path: 'incentives', title: 'incentives.title', loadComponent: () => import('./incentives-page').then((m) => m.IncentivesPage) },
]);
