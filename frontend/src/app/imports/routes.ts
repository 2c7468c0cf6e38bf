import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { needs } from '../core/session';
import { importsTexts } from './texts';

/** Bringing customers and communications in from files. */
export const importsRoutes: Routes = scoped('imports', importsTexts, [
  {
    path: 'import',
    canMatch: [needs('customers.import')],
    children: [
      { path: '', pathMatch: 'full', title: 'imports.title', loadComponent: () => import('./imports-page').then((m) => m.ImportsPage) },
      { path: ':id', title: 'imports.title', loadComponent: () => import('./import-page').then((m) => m.ImportPage) },
    ],
  },
]);
