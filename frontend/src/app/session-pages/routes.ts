import { inject } from '@angular/core';
import { CanActivateFn, Router, Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { Session } from '../core/session';
import { sessionPagesTexts } from './texts';

const signedOut: CanActivateFn = () => !inject(Session).isSignedIn() || inject(Router).createUrlTree(['/']);

/** Pages for people who are not signed in. */
export const sessionRoutes: Routes = scoped('sessionPages', sessionPagesTexts, [
  { path: 'sign-in', title: 'sessionPages.signIn.title', canActivate: [signedOut], loadComponent: () => import('./sign-in').then((m) => m.SignIn) },
  { path: 'setup', title: 'sessionPages.setup.title', loadComponent: () => import('./setup').then((m) => m.Setup) },
  { path: 'invitation/:token', title: 'sessionPages.invitation.pageTitle', loadComponent: () => import('./invitation').then((m) => m.Invitation) },
]);

/** The page for addresses that nothing answers to; the last route of all. */
export const notFoundRoutes: Routes = scoped('sessionPages', sessionPagesTexts, [
  { path: '**', title: 'sessionPages.notFound.title', loadComponent: () => import('./not-found').then((m) => m.NotFound) },
]);
