import { Component, computed, inject, input } from '@angular/core';
import { Clock } from '../core/clock';
import { Format, daysBetween } from '../core/format';

/** How long ago something happened, the exact time on hover. */
@Component({
  selector: 't-ago',
  template: '<time [attr.datetime]="at()" [title]="format.instant(at())">{{ format.ago(at()) }}</time>',
  styles: 'time { display: inline-block; white-space: nowrap; } time::first-letter { text-transform: uppercase; }',
})
export class Ago {
  /** The instant, ISO. */
  readonly at = input.required<string | null | undefined>();

  protected readonly format = inject(Format);
}

/** A due day seen from today; it turns red, in words too, once it has passed. */
@Component({
  selector: 't-due',
  template: '<time [attr.datetime]="on()" [title]="format.day(on(), \'long\')" [class.late]="isLate()">{{ format.due(on()) }}</time>',
  styles: 'time { display: inline-block; white-space: nowrap; } time::first-letter { text-transform: uppercase; } .late { color: var(--t-danger); }',
})
export class Due {
  /** The day, 'YYYY-MM-DD'. */
  readonly on = input.required<string | null | undefined>();

  protected readonly format = inject(Format);
  private readonly clock = inject(Clock);
  protected readonly isLate = computed(() => { const on = this.on(); return !!on && daysBetween(on, this.clock.today()) > 0; });
}
