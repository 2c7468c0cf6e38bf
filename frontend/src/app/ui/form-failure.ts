import { Component, ElementRef, Signal, afterRenderEffect, input, viewChild } from '@angular/core';

/** Says above the buttons of a form why the server refused it, where it is seen; focus stays, screen readers hear it. */
@Component({
  selector: 't-form-failure',
  template: `
    @if (of().failure(); as text) {
      <p #said role="alert">{{ text }}</p>
    }
  `,
  styles: `
    :host { display: contents; }
    p { padding: var(--t-2) var(--t-3); border-radius: var(--t-radius); background: var(--t-danger-soft); color: var(--t-on-danger-soft); }
  `,
})
export class FormFailure {
  /** The submission of the form. */
  readonly of = input.required<{ readonly failure: Signal<string> }>();

  private readonly said = viewChild<ElementRef<HTMLElement>>('said');

  constructor() {
    // A long form ends below what is seen of it: without this a save that failed looks like a button that does nothing.
    afterRenderEffect(() => this.said()?.nativeElement.scrollIntoView({ block: 'nearest' }));
  }
}
