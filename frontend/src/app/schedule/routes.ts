import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { scheduleTexts } from './texts';

/** The calendar of a person or a team. */
export const scheduleRoutes: Routes = scoped('schedule', scheduleTexts, [
  { path: 'schedule', title: 'schedule.title', loadComponent: () => import('./schedule-page').then((m) => m.SchedulePage) },
]);
