import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { startWith, switchMap } from 'rxjs';
import { Errors } from '../../core/errors';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { DateField } from '../../ui/date-field';
import { Segments } from '../../ui/segments';
import { TimeField } from '../../ui/time-field';
import { ANCHORS, type CadenceForm, UNITS } from './cadence-form';

/** The fields of a cadence: how often, counted how, on what, when, and until when. */
@Component({
  selector: 't-cadence-fields',
  imports: [DateField, MatCheckbox, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Segments, TimeField],
  templateUrl: './cadence-fields.html',
  styleUrl: './cadence-fields.scss',
})
export class CadenceFields {
  /** The form of the terms. */
  readonly form = input.required<CadenceForm>();

  private readonly vocabulary = inject(Vocabulary);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  private readonly values = toSignal(toObservable(this.form).pipe(switchMap((form) => form.valueChanges.pipe(startWith(form.value)))));
  protected readonly anchor = computed(() => this.values()?.anchor ?? 'sliding');
  protected readonly units = computed(() => UNITS.map((value) => ({ value, label: this.t(`cadences.units.${value}`) })));
  protected readonly anchors = computed(() => ANCHORS.map((value) => ({ value, label: this.t(`cadences.anchors.${value}`) })));

  /** Channels in use and those that the cadence has already; the chosen ones first, in their order. */
  protected readonly channels = computed(() => {
    const chosen = this.values()?.channelIds ?? [];
    return this.vocabulary.every('channels').filter(({ id, isArchived }) => !isArchived || chosen.includes(id)).map(({ id }) => ({ id, name: this.vocabulary.name(id), place: chosen.indexOf(id) + 1 }));
  });

  /** Ticks a channel behind those that are ticked already, or takes it away. */
  protected tick(id: string, isOn: boolean): void {
    const { channelIds } = this.form().controls;
    channelIds.setValue([...channelIds.value.filter((other) => other !== id), ...(isOn ? [id] : [])]);
    channelIds.markAsDirty();
  }
}
