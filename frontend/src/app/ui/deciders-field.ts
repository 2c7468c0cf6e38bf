import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { startWith, switchMap } from 'rxjs';
import { Errors } from '../core/errors';
import { I18n } from '../core/i18n';
import { Segments } from './segments';

/** Somebody who can be asked to decide. */
export interface DeciderChoice { id: string; name: string }

/** Whose word is needed: of any one, of all, of all in their order. */
export type DecidingRule = 'any' | 'all' | 'in_order';

const RULES: readonly DecidingRule[] = ['any', 'all', 'in_order'];

/** Chooses who decides, in their order, and whose word is needed; its controls hold identifiers and the rule. */
@Component({
  selector: 't-deciders-field',
  imports: [MatFormFieldModule, MatIcon, MatIconButton, MatSelectModule, ReactiveFormsModule, Segments],
  template: `
    @if (chosen().length) {
      <p class="t-small t-muted">{{ t('ui.deciders.label') }}</p>
      <ol [attr.aria-label]="t('ui.deciders.label')">
        @for (person of chosen(); track person.id; let index = $index) {
          <li>
            @if (isOrdered()) { <span class="t-tabular t-muted">{{ index + 1 }}.</span> }
            <span class="name">{{ person.name }}</span>
            @if (isOrdered() && index > 0) { <button matIconButton type="button" [attr.aria-label]="t('ui.deciders.earlier', { name: person.name })" (click)="earlier(index)"><mat-icon svgIcon="arrow_upward" /></button> }
            <button matIconButton type="button" [attr.aria-label]="t('ui.chip.remove', { name: person.name })" (click)="remove(person.id)"><mat-icon svgIcon="close" /></button>
          </li>
        }
      </ol>
    }
    @if (left().length || !chosen().length) {
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t(chosen().length ? 'ui.deciders.another' : 'ui.deciders.label') }}</mat-label>
        <mat-select [value]="null" [disabled]="left().length === 0" (selectionChange)="add($event.value); $event.source.value = null">
          @for (person of left(); track person.id) { <mat-option [value]="person.id">{{ person.name }}</mat-option> }
        </mat-select>
        @if (!chosen().length && hint()) { <mat-hint>{{ hint() }}</mat-hint> }
      </mat-form-field>
    }
    @if (error(); as error) { <p class="error" role="alert">{{ error }}</p> }
    @if (chosen().length > 1) { <t-segments [wrap]="true" [label]="t('ui.deciders.rule')" [segments]="rules()" [formControl]="rule()" /> }
  `,
  styles: `
    :host { display: grid; gap: var(--t-2); }
    ol { display: grid; gap: var(--t-1); list-style: none; }
    li { display: flex; align-items: center; gap: var(--t-2); min-height: 44px; padding-inline-start: var(--t-3); border: var(--t-line); border-radius: var(--t-radius); }
    .name { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    p { margin: 0; }
    .error { color: var(--mat-sys-error); font: var(--t-text-s); }
  `,
})
export class DecidersField {
  /** Who can be asked. */
  readonly candidates = input.required<readonly DeciderChoice[]>();

  /** The identifiers of those who are asked, in their order. */
  readonly control = input.required<FormControl<string[]>>();

  /** Whose word is needed. */
  readonly rule = input.required<FormControl<DecidingRule>>();

  /** What an empty choice means. */
  readonly hint = input('');

  protected readonly t = inject(I18n).t;
  private readonly errors = inject(Errors);
  private readonly ids = toSignal(toObservable(this.control).pipe(switchMap((control) => control.valueChanges.pipe(startWith(control.value)))), { initialValue: [] as string[] });
  private readonly how = toSignal(toObservable(this.rule).pipe(switchMap((rule) => rule.valueChanges.pipe(startWith(rule.value)))));
  private readonly events = toSignal(toObservable(this.control).pipe(switchMap((control) => control.events)));
  protected readonly error = computed(() => {
    this.events();
    return this.control().touched ? this.errors.ofControl(this.control()) : '';
  });
  protected readonly chosen = computed(() => this.ids().flatMap((id) => this.candidates().find((one) => one.id === id) ?? []));
  protected readonly left = computed(() => this.candidates().filter(({ id }) => !this.ids().includes(id)));
  protected readonly isOrdered = computed(() => this.how() === 'in_order' && this.chosen().length > 1);
  protected readonly rules = computed(() => RULES.map((value) => ({ value, label: this.t(`ui.deciders.rules.${value}`) })));

  protected add(id: string): void {
    this.put([...this.control().value, id]);
  }

  protected remove(id: string): void {
    this.put(this.control().value.filter((one) => one !== id));
  }

  protected earlier(index: number): void {
    const ids = [...this.control().value];
    ids.splice(index - 1, 0, ...ids.splice(index, 1));
    this.put(ids);
  }

  private put(ids: string[]): void {
    this.control().setValue(ids);
    this.control().markAsDirty();
  }
}
