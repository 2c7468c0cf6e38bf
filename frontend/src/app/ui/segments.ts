import { Component, forwardRef, input, model, signal } from '@angular/core';
import { ControlValueAccessor, NG_VALUE_ACCESSOR } from '@angular/forms';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from '../core/icons';

/** One of a few choices that are all shown. */
export interface Segment { value: string; label: string; icon?: IconName }

let groups = 0;

/** A row of choices of which one holds, for two to six; works in a form (`formControlName`) and alone (`[(value)]`). */
@Component({
  selector: 't-segments',
  imports: [MatIcon],
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => Segments), multi: true }],
  template: `
    <div role="radiogroup" class="group" [class.wrap]="wrap()" [attr.aria-label]="label()">
      @for (segment of segments(); track segment.value) {
        <label [class.on]="value() === segment.value">
          <input class="t-hidden" type="radio" [name]="name" [value]="segment.value" [checked]="value() === segment.value" [disabled]="isDisabled()" (change)="choose(segment.value)" (blur)="touched()" />
          @if (segment.icon; as icon) {
            <mat-icon aria-hidden="true" [svgIcon]="icon" />
          }
          <span>{{ segment.label }}</span>
        </label>
      }
    </div>
  `,
  styleUrl: './segments.scss',
})
export class Segments implements ControlValueAccessor {
  /** What the row chooses; read by screen readers. */
  readonly label = input.required<string>();

  /** The choices. */
  readonly segments = input.required<readonly Segment[]>();

  /** Whether the choices may take several lines, each with its own frame. */
  readonly wrap = input(false);

  /** The choice that holds. */
  readonly value = model<string | null>(null);

  protected readonly name = `t-segments-${++groups}`;
  protected readonly isDisabled = signal(false);
  protected touched: () => void = () => undefined;
  private changed: (value: string) => void = () => undefined;

  protected choose(value: string): void {
    this.value.set(value);
    this.changed(value);
  }

  writeValue(value: string | null): void { this.value.set(value); }
  registerOnChange(changed: (value: string) => void): void { this.changed = changed; }
  registerOnTouched(touched: () => void): void { this.touched = touched; }
  setDisabledState(isDisabled: boolean): void { this.isDisabled.set(isDisabled); }
}
