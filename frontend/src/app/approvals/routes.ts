import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { approvalsTexts } from './texts';

/** What waits for a decision, what one asked for, what one decided; and one request with its history. */
export const approvalsRoutes: Routes = scoped('approvals', approvalsTexts, [
  { path: 'approvals', title: 'approvals.title', loadComponent: () => import('./approvals-page').then((m) => m.ApprovalsPage) },
  { path: 'approvals/:id', title: 'approvals.one', loadComponent: () => import('./approval-page').then((m) => m.ApprovalPage) },
]);
