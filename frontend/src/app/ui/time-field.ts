import { Component, effect, inject, input, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { ErrorStateMatcher } from '@angular/material/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { startWith, switchMap } from 'rxjs';
import { Errors } from '../core/errors';
import { minutesOf, parseTime, timeOf } from './parse-time';

const STEP_MINUTES = 15;

/** A time of day, typed freely ('930', '3 pm'); arrow keys move it by a quarter of an hour; its control holds 'HH:MM' or null. */
@Component({
  selector: 't-time-field',
  imports: [MatFormFieldModule, MatInput, ReactiveFormsModule],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input
        matInput autocomplete="off" inputmode="text" placeholder="09:30" [formControl]="typed" [errorStateMatcher]="matcher"
        (change)="read()" (blur)="control().markAsTouched()" (keydown.arrowUp)="step($event, 1)" (keydown.arrowDown)="step($event, -1)"
      />
      <mat-error>{{ errors.ofControl(control()) }}</mat-error>
    </mat-form-field>
  `,
})
export class TimeField {
  /** The field's name. */
  readonly label = input.required<string>();

  /** The control of the form. */
  readonly control = input.required<FormControl<string | null>>();

  protected readonly errors = inject(Errors);
  protected readonly typed = new FormControl('', { nonNullable: true });
  protected readonly matcher: ErrorStateMatcher = { isErrorState: () => this.control().invalid && this.control().touched };
  private readonly value = toSignal(toObservable(this.control).pipe(switchMap((control) => control.valueChanges.pipe(startWith(control.value)))));

  constructor() {
    effect(() => {
      const time = this.value();
      untracked(() => { if (time || !this.control().hasError('bad_time')) this.typed.setValue(time ?? ''); });
    });
  }

  protected read(): void {
    const text = this.typed.value;
    const time = parseTime(text) ?? null;
    this.control().setValue(time);
    this.control().markAsDirty();
    if (text.trim() && !time) {
      this.control().setErrors({ bad_time: true });
      this.typed.setValue(text);
    }
  }

  protected step(event: Event, direction: 1 | -1): void {
    event.preventDefault();
    this.read();
    const minutes = minutesOf(this.control().value ?? '09:00');
    this.control().setValue(timeOf(Math.floor(minutes / STEP_MINUTES) * STEP_MINUTES + direction * STEP_MINUTES));
  }
}
