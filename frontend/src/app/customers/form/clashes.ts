import { Component, computed, inject, input, output } from '@angular/core';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { FieldTexts } from '../field-texts';
import { Clash } from './customer-changes.rules';

/** Which version the person keeps of a field. */
export interface Taken { name: string; side: 'mine' | 'theirs' }

/** Somebody was faster: both versions of every field that differs, side by side, to keep one's own or to take the other. */
@Component({
  selector: 't-clashes',
  template: `
    <section role="group" aria-labelledby="clashes-title">
      <h3 id="clashes-title">{{ t('customers.form.clashTitle') }}</h3>
      <p class="t-small">{{ t('customers.form.clashHint') }}</p>
      @for (clash of clashes(); track clash.name) {
        <fieldset>
          <legend>{{ labelOf(clash.name) }}</legend>
          @for (side of sides; track side) {
            <label [class.on]="sideOf(clash) === side">
              <input type="radio" [name]="'clash-' + clash.name" [checked]="sideOf(clash) === side" (change)="taken.emit({ name: clash.name, side })" />
              <span class="words"><span class="t-small t-muted">{{ t('customers.form.' + side) }}</span><span>{{ textOf(clash.name, clash[side]) }}</span></span>
            </label>
          }
        </fieldset>
      }
    </section>
  `,
  styles: `
    section { display: grid; gap: var(--t-3); padding: var(--t-4); border: 1px solid var(--t-warning); border-radius: var(--t-radius-l); }
    p { margin: 0; }
    fieldset { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); gap: var(--t-2); min-width: 0; margin: 0; padding: 0; border: 0; }
    legend { padding: 0 0 var(--t-1); font: var(--t-text-medium); }
    label { display: flex; gap: var(--t-2); min-height: var(--t-touch); padding: var(--t-2) var(--t-3); border: 1px solid var(--mat-sys-outline-variant); border-radius: var(--t-radius); cursor: pointer; }
    label.on { border-color: var(--mat-sys-primary); background: var(--t-selected); }
    input { flex: none; accent-color: var(--mat-sys-primary); }
    .words { display: grid; min-width: 0; white-space: pre-line; overflow-wrap: anywhere; }
  `,
})
export class Clashes {
  /** The fields that differ. */
  readonly clashes = input.required<readonly Clash[]>();

  /** What was decided so far, by field. */
  readonly decided = input.required<Readonly<Record<string, 'mine' | 'theirs'>>>();

  /** The person decided about a field. */
  readonly taken = output<Taken>();

  private readonly vocabulary = inject(Vocabulary);
  private readonly format = inject(Format);
  private readonly fieldTexts = inject(FieldTexts);
  protected readonly t = inject(I18n).t;
  protected readonly sides = ['mine', 'theirs'] as const;
  private readonly fields = computed(() => new Map(this.vocabulary.every('fields').map((field) => [`fields.${field.key}`, field])));

  /** Without a decision one's own change stays, and what only the other one changed is taken. */
  protected sideOf({ name, isOurs }: Clash): 'mine' | 'theirs' {
    return this.decided()[name] ?? (isOurs ? 'mine' : 'theirs');
  }

  protected labelOf(name: string): string {
    const field = this.fields().get(name);
    if (field) return this.fieldTexts.name(field);
    return this.t(HOURS.includes(name) ? `customers.form.${name}` : `customers.fields.${LABELS[name] ?? name}`);
  }

  protected textOf(name: string, value: unknown): string {
    const field = this.fields().get(name);
    if (field) return this.fieldTexts.value(field, value as string | number | boolean | null);
    if (name === 'kind') return this.t(`customers.kinds.${String(value)}`);
    if (name === 'tierId' || name === 'preferredChannelId') return this.vocabulary.name(value as string | null);
    if (name === 'doNotContact') return this.list(value, (id) => this.vocabulary.name(String(id)));
    if (name === 'isServed') return this.t(`customers.servedOptions.${value ? 'yes' : 'no'}`);
    if (name === 'knownSinceOn') return this.format.day(value as string | null);
    if (name === 'contactPoints') return this.points(value);
    if (name === 'contactPeople') return this.list(value, (person) => { const { name: who, contactPoints } = person as { name: string; contactPoints: unknown }; return `${who}: ${this.points(contactPoints)}`; }, '\n');
    return Array.isArray(value) ? this.list(value, String) : typeof value === 'string' && value !== '' ? value : '–';
  }

  private points(value: unknown): string {
    return this.list(value, (point) => { const { value: text, validity } = point as { value: string; validity: string }; return validity === 'unknown' ? text : `${text} (${this.t(`customers.validity.${validity}`)})`; });
  }

  private list(value: unknown, word: (one: unknown) => string, between = ', '): string {
    return (Array.isArray(value) ? value.map(word).join(between) : '') || '–';
  }
}

const LABELS: Readonly<Record<string, string>> = { tierId: 'tier', preferredChannelId: 'preferredChannel', knownSinceOn: 'knownSince', isServed: 'served' };
const HOURS: readonly string[] = ['preferredFrom', 'preferredUntil', 'quietFrom', 'quietUntil'];
