import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { normsTexts } from './texts';

/** The norms of contacts, to read for everybody, and how far they are followed. */
export const normsRoutes: Routes = scoped('norms', normsTexts, [
  { path: 'norms', title: 'norms.title', loadComponent: () => import('./norms-page').then((m) => m.NormsPage) },
]);
