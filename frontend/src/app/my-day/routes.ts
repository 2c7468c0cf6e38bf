import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { myDayTexts } from './texts';

/** My day is the home page. */
export const myDayRoutes: Routes = scoped('myDay', myDayTexts, [
  { path: '', pathMatch: 'full', title: 'myDay.title', loadComponent: () => import('./my-day-page').then((m) => m.MyDayPage) },
]);
