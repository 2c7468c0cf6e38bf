import { HttpContextToken, HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';

/** Set on calls whose 401 is an answer (signing in, asking who is signed in), not an expired session. */
export const MAY_BE_SIGNED_OUT = new HttpContextToken<boolean>(() => false);

/** Holds calls that met an expired session until the person has signed in again over the page. */
@Injectable({ providedIn: 'root' })
export class SessionExpiry {
  private waiting: { promise: Promise<boolean>; settle: (isBack: boolean) => void } | undefined;
  private readonly asking = signal(false);

  /** Whether somebody must sign in again before held calls go on. */
  readonly isAsking = this.asking.asReadonly();

  /** Resolves to true when the person is back, to false when they gave up. */
  askAgain(): Promise<boolean> {
    if (!this.waiting) {
      let settle: (isBack: boolean) => void = () => undefined;
      const promise = new Promise<boolean>((resolve) => { settle = resolve; });
      this.waiting = { promise, settle };
      this.asking.set(true);
    }
    return this.waiting.promise;
  }

  /** Lets the held calls go on (true) or fail (false). */
  settle(isBack: boolean): void {
    this.asking.set(false);
    this.waiting?.settle(isBack);
    this.waiting = undefined;
  }
}

/** Repeats a call that met an expired session, unchanged, once the person has signed in again. */
export const expiredSessionInterceptor: HttpInterceptorFn = (request, next) => {
  const expiry = inject(SessionExpiry);
  return next(request).pipe(
    catchError((error: unknown) => {
      const isExpired = error instanceof HttpErrorResponse && error.status === 401 && !request.context.get(MAY_BE_SIGNED_OUT);
      if (!isExpired) return throwError(() => error);
      return from(expiry.askAgain()).pipe(switchMap((isBack) => (isBack ? next(request) : throwError(() => error))));
    }),
  );
};
