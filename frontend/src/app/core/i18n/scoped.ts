import { inject } from '@angular/core';
import { CanActivateFn, Routes } from '@angular/router';
import { I18n, ScopeLoaders } from './i18n';

/** Routes of a feature that open once the feature's texts are there: `scoped('customers', customersTexts, [...])`. */
export function scoped(scope: string, loaders: ScopeLoaders, routes: Routes): Routes {
  const textsAreThere: CanActivateFn = () => inject(I18n).add(scope, loaders).then(() => true);
  // On each route instead of one around them: a parent with an empty path would take the address '/' away from the next feature.
  return routes.map((route) => ({ ...route, canActivate: [textsAreThere, ...(route.canActivate ?? [])] }));
}
