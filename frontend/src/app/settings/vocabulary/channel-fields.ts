import { Component, inject, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Errors } from '../../core/errors';
import { I18n } from '../../core/i18n';
import { CHANNEL_ICONS } from '../../core/icons';
import { Segments } from '../../ui/segments';
import { CONTACT_KINDS } from './entries';
import type { EntryForm, EntryValues } from './entry-form';

/** What only channels have: contact kind, icon, whether people can answer, and by when we promise to. */
@Component({
  selector: 't-channel-fields',
  imports: [MatCheckbox, MatFormFieldModule, MatIcon, MatInput, MatSelectModule, ReactiveFormsModule, Segments],
  templateUrl: './channel-fields.html',
  styleUrl: './channel-fields.scss',
})
export class ChannelFields {
  /** The form of the entry. */
  readonly form = input.required<EntryForm>();

  /** What stands in it now. */
  readonly values = input.required<EntryValues>();

  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly kinds = CONTACT_KINDS;
  protected readonly icons = CHANNEL_ICONS;
  protected readonly promises = () => [{ value: 'same_day', label: this.t('vocabulary.promise.sameDay') }, { value: 'within', label: this.t('vocabulary.promise.within') }];
}
