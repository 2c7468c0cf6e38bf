import { inject } from '@angular/core';
import { CanActivateFn, CanMatchFn, Router } from '@angular/router';
import { Right, Session } from './session';

/** Lets signed-in people through and sends everyone else to sign in, and back afterwards. */
export const signedIn: CanActivateFn = (_route, state) =>
  inject(Session).isSignedIn() || inject(Router).createUrlTree(['/sign-in'], { queryParams: state.url === '/' ? {} : { next: state.url } });

/** Hides a route from people without a right; they see the same page as for an address that does not exist. */
export function needs(right: Right): CanMatchFn {
  return () => {
    const session = inject(Session);
    return !session.isSignedIn() || session.can(right);
  };
}
