import { Routes } from '@angular/router';
import { scoped } from '../../core/i18n';
import { calendarTexts } from './texts';

/** Settings of the working calendar; a child of Settings. */
export const calendarRoutes: Routes = scoped('calendar', calendarTexts, [
  { path: 'calendar', title: 'calendar.title', loadComponent: () => import('./calendar-page').then((m) => m.CalendarPage) },
]);
