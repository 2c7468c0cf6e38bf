import { Routes } from '@angular/router';
import { scoped } from '../core/i18n';
import { profileTexts } from './texts';

/** The person's own page. */
export const profileRoutes: Routes = scoped('profile', profileTexts, [
  { path: 'profile', title: 'profile.title', loadComponent: () => import('./profile-page').then((m) => m.ProfilePage) },
]);
