import { inject } from '@angular/core';
import { Routes } from '@angular/router';
import { I18n, ScopeLoaders } from './i18n';

/** Routes of a feature that open once the feature's texts are there: `scoped('customers', customersTexts, [...])`. */
export function scoped(scope: string, loaders: ScopeLoaders, routes: Routes): Routes {
  return [{ path: '', canActivate: [() => inject(I18n).add(scope, loaders).then(() => true)], children: routes }];
}
