import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { startWith, switchMap } from 'rxjs';
import { Clock } from '../../core/clock';
import { Directory } from '../../core/directory';
import { Errors } from '../../core/errors';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { DateField } from '../../ui/date-field';
import { Find, LookupField } from '../../ui/lookup-field';
import { CustomerForm } from './customer-form';
import { SuggestField } from './suggest-field';
import { TagsField } from './tags-field';

const OFFERED = 12;

/** Where a customer stands: tier, owner and first stage, where it comes from, what it is marked with, since when it is known. */
@Component({
  selector: 't-basics',
  imports: [DateField, LookupField, MatCheckbox, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, SuggestField, TagsField],
  templateUrl: './basics.html',
  styles: `
    :host { display: grid; gap: var(--t-4); }
    .four { grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr)); }
    .served { align-items: center; }
  `,
})
export class Basics {
  /** The customer's form. */
  readonly form = input.required<CustomerForm>();

  /** Whether the customer is created now: then owner and first stage are asked for. */
  readonly isNew = input.required<boolean>();

  private readonly directory = inject(Directory);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly clock = inject(Clock);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;

  private readonly typed = toSignal(toObservable(this.form).pipe(switchMap((form) => form.valueChanges.pipe(startWith(form.value)))));
  protected readonly stageKind = computed(() => this.vocabulary.find('stages', this.typed()?.stageId)?.kind);
  // Whom we serve we may have won from somebody.
  protected readonly asksCompetitor = computed(() => { const typed = this.typed(); return typed?.isServed === false || Boolean(typed?.servedBy); });
  protected readonly tiers = computed(() => this.vocabulary.choices('tiers', this.typed()?.tierId));

  protected readonly findOwner: Find = (text) => {
    const wanted = text.toLocaleLowerCase();
    const found = this.directory.visible().filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
    return Promise.resolve(found.slice(0, OFFERED).map(({ id, name, teamId }) => ({ id, label: name, ...(teamId ? { detail: this.directory.name(teamId) } : {}) })));
  };
}
