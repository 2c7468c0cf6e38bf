import { Routes } from '@angular/router';
import { approvalsRoutes } from './approvals/routes';
import { signedIn } from './core/session';
import { contactCardsRoutes } from './contact-cards/routes';
import { customersRoutes } from './customers/routes';
import { timelineRoutes } from './follow-ups/routes';
import { importsRoutes } from './imports/routes';
import { myDayRoutes } from './my-day/routes';
import { normsRoutes } from './norms/routes';
import { plansRoutes } from './plans/routes';
import { reportsRoutes } from './reports/routes';
import { scheduleRoutes } from './schedule/routes';
import { profileRoutes } from './profile/routes';
import { notFoundRoutes, sessionRoutes } from './session-pages/routes';
import { settingsRoutes } from './settings/routes';

/** All pages; a feature adds one line with its own routes. */
export const routes: Routes = [
  ...sessionRoutes,
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      ...myDayRoutes,
      ...customersRoutes(timelineRoutes),
      ...scheduleRoutes,
      ...plansRoutes,
      ...approvalsRoutes,
      ...normsRoutes,
      ...contactCardsRoutes,
      ...reportsRoutes,
      ...importsRoutes,
      ...settingsRoutes,
      ...profileRoutes,
      ...notFoundRoutes,
    ],
  },
];
