import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from './core/session';
import { SignInAgain } from './shell/sign-in-again';
import { Unreachable } from './shell/unreachable';

/** The root: the page, or why there can be none. */
@Component({
  selector: 't-root',
  imports: [RouterOutlet, Unreachable],
  template: `
    @if (session.problem(); as problem) {
      <t-unreachable [problem]="problem" />
    } @else {
      <router-outlet />
    }
  `,
})
export class App {
  protected readonly session = inject(Session);

  constructor() {
    inject(SignInAgain).watch();
  }
}
