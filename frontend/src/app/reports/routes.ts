import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { needs } from '../core/session';
import { reportsTexts } from './texts';

/** The catalogue of reports, and a report. */
export const reportsRoutes: Routes = scoped('reports', reportsTexts, [
  { path: 'reports', title: 'reports.title', canMatch: [needs('reports.see')], loadComponent: () => import('./catalogue-page').then((m) => m.CataloguePage) },
  { path: 'reports/:key', title: 'reports.one', canMatch: [needs('reports.see')], loadComponent: () => import('./report-page').then((m) => m.ReportPage) },
]);
