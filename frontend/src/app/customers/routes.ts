import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { cadencesRoutes } from './cadences/routes';
import { cadencesTexts } from './cadences/texts';
import { mergingTexts } from './merging/texts';
import { customersTexts } from './texts';

/** The list of customers and a customer's page; `inside` are the routes of its main part, given by the feature that draws it. */
export const customersRoutes = (inside: Routes): Routes => [...scoped('customers', customersTexts, [
  { path: 'customers', title: 'customers.title', loadComponent: () => import('./customers-page').then((m) => m.CustomersPage) },
  ...scoped('merging', mergingTexts, scoped('cadences', cadencesTexts, [{ path: 'customers/:id', title: 'customers.one', loadComponent: () => import('./customer-page').then((m) => m.CustomerPage), children: inside }])),
]), ...cadencesRoutes];
