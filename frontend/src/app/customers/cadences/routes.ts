import { Routes } from '@angular/router';
import { scoped } from '../../core/i18n';
import { needs } from '../../core/session';
import { cadencesTexts } from './texts';

/** The cadences of tiers and segments, for those who plan. */
export const cadencesRoutes: Routes = scoped('cadences', cadencesTexts, [
  { path: 'cadences', title: 'cadences.title', canMatch: [needs('plans.write')], loadComponent: () => import('./cadences-page').then((m) => m.CadencesPage) },
]);
