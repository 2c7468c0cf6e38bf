import { Component, computed, inject, input, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Errors } from '../core/errors';

const FIRST = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Los_Angeles', 'UTC'];

/** Chooses a time zone (IANA name) by typing part of its name. */
@Component({
  selector: 't-time-zone-field',
  imports: [MatAutocompleteModule, MatFormFieldModule, MatInput, ReactiveFormsModule],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input matInput autocomplete="off" spellcheck="false" [matAutocomplete]="zones" [formControl]="control()" (focus)="typed.set('')" (input)="read($event)" />
      <mat-autocomplete #zones="matAutocomplete">
        @for (zone of found(); track zone) {
          <mat-option [value]="zone">{{ zone }}</mat-option>
        }
      </mat-autocomplete>
      <mat-error>{{ errors.ofControl(control()) }}</mat-error>
    </mat-form-field>
  `,
})
export class TimeZoneField {
  /** The field's name. */
  readonly label = input.required<string>();

  /** The control of the form. */
  readonly control = input.required<FormControl<string>>();

  protected readonly errors = inject(Errors);
  protected readonly typed = signal('');
  private readonly all = [...new Set([...FIRST, ...Intl.supportedValuesOf('timeZone')])];

  protected readonly found = computed(() => {
    const wanted = this.typed().toLowerCase().replaceAll(' ', '_');
    return this.all.filter((zone) => zone.toLowerCase().includes(wanted)).slice(0, 30);
  });

  protected read(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed.set(event.target.value);
  }
}
