import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { needs } from '../core/session';
import { calendarRoutes } from './calendar/routes';
import { incentivesRoutes } from './incentives/routes';
import { settingsTexts } from './texts';
import { vocabularyRoutes } from './vocabulary/routes';

/** Settings; a page of another folder joins the children with its own routes and stands in `sections.ts`. */
export const settingsRoutes: Routes = scoped('settings', settingsTexts, [
  {
    path: 'settings',
    title: 'settings.title',
    canMatch: [needs('settings.manage')],
    loadComponent: () => import('./settings-frame').then((m) => m.SettingsFrame),
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./settings-home').then((m) => m.SettingsHome) },
      { path: 'people', title: 'settings.nav.people', loadComponent: () => import('./people/people-page').then((m) => m.PeoplePage) },
      { path: 'teams', title: 'settings.nav.teams', loadComponent: () => import('./teams/teams-page').then((m) => m.TeamsPage) },
      { path: 'organisation', title: 'settings.nav.organisation', loadComponent: () => import('./organisation/organisation-page').then((m) => m.OrganisationPage) },
      { path: 'norms', redirectTo: '/norms' },
      ...calendarRoutes,
      ...incentivesRoutes,
      ...vocabularyRoutes,
    ],
  },
]);
