import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Errors } from '../core/errors';
import { I18n } from '../core/i18n';
import { Avatar } from './avatar';

/** One thing to choose; `detail` tells namesakes apart. */
export interface Choice { id: string; label: string; detail?: string }

/** Finds choices for what was typed; an empty text asks for the likely ones. */
export type Find = (text: string, abort: AbortSignal) => Promise<readonly Choice[]>;

const PAUSE_MS = 120;

/** Chooses a customer, a person or the like by typing; its control holds the choice or null. */
@Component({
  selector: 't-lookup-field',
  imports: [Avatar, MatAutocompleteModule, MatFormFieldModule, MatInput, ReactiveFormsModule],
  templateUrl: './lookup-field.html',
  styles: `
    .choice { display: flex; align-items: center; gap: var(--t-2); min-width: 0; }
    .detail { margin-inline-start: auto; padding-inline-start: var(--t-3); color: var(--t-muted); font: var(--t-text-s); }
  `,
})
export class LookupField {
  /** The field's name. */
  readonly label = input.required<string>();

  /** The control of the form. */
  readonly control = input.required<FormControl<Choice | null>>();

  /** Where choices come from. */
  readonly find = input.required<Find>();

  /** Whether initials stand before each choice. */
  readonly withAvatars = input(true);

  /** The person chose something. */
  readonly chosen = output<Choice>();

  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  private readonly typed = signal<string | undefined>(undefined);

  private readonly found = resource({
    params: () => { const text = this.typed(); return text === undefined ? undefined : { text, find: this.find() }; },
    loader: async ({ params: { text, find }, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, text ? PAUSE_MS : 0));
      return abortSignal.aborted ? [] : find(text, abortSignal);
    },
  });
  // The last choices stay while the next are looked for, so that the list does not flicker.
  protected readonly choices = linkedSignal<readonly Choice[] | undefined, readonly Choice[]>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (found, before) => found ?? before?.value ?? [],
  });
  // Where nothing is typed yet nothing was looked for.
  protected readonly isEmpty = computed(() => Boolean(this.typed()) && this.found.hasValue() && this.choices().length === 0);
  protected readonly nameOf = (choice: Choice | string | null): string => (typeof choice === 'string' ? choice : choice?.label ?? '');

  protected read(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed.set(event.target.value.trim());
  }

  protected open(): void {
    this.typed.set('');
  }
}
