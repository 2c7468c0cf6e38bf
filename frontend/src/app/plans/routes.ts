import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { plansTexts } from './texts';

/** The list and the year of contact plans, and a plan's own page. */
export const plansRoutes: Routes = scoped('plans', plansTexts, [
  { path: 'plans', title: 'plans.title', loadComponent: () => import('./plans-page').then((m) => m.PlansPage) },
  { path: 'plans/coverage', title: 'plans.coverage.title', loadComponent: () => import('./coverage/coverage-page').then((m) => m.CoveragePage) },
  { path: 'plans/:id', title: 'plans.one', loadComponent: () => import('./plan-page').then((m) => m.PlanPage) },
]);
