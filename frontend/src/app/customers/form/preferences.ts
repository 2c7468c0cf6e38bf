import { Component, inject, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Errors } from '../../core/errors';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { TimeField } from '../../ui/time-field';
import { TimeZoneField } from '../../ui/time-zone-field';
import { CustomerForm } from './customer-form';

/** How a customer wants to be contacted: address, channel, welcome and quiet hours, zone, and the channels that are off limits. */
@Component({
  selector: 't-preferences',
  imports: [MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, TimeField, TimeZoneField],
  template: `
    <ng-container [formGroup]="form()">
      <div class="t-form-row">
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.fields.formOfAddress') }}</mat-label>
          <input matInput autocomplete="off" maxlength="120" formControlName="formOfAddress" />
          <mat-error>{{ errors.ofControl(form().controls.formOfAddress) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.fields.preferredChannel') }}</mat-label>
          <mat-select formControlName="preferredChannelId">
            <mat-option [value]="null">–</mat-option>
            @for (channel of vocabulary.choices('channels', form().controls.preferredChannelId.value); track channel.id) { <mat-option [value]="channel.id">{{ vocabulary.name(channel.id) }}</mat-option> }
          </mat-select>
          <mat-error>{{ errors.ofControl(form().controls.preferredChannelId) }}</mat-error>
        </mat-form-field>
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('customers.fields.doNotContact') }}</mat-label>
          <mat-select multiple formControlName="doNotContact">
            @for (channel of vocabulary.every('channels'); track channel.id) {
              @if (!channel.isArchived || form().controls.doNotContact.value.includes(channel.id)) { <mat-option [value]="channel.id">{{ vocabulary.name(channel.id) }}</mat-option> }
            }
          </mat-select>
          <mat-error>{{ errors.ofControl(form().controls.doNotContact) }}</mat-error>
        </mat-form-field>
      </div>
      <div class="t-form-row">
        <t-time-field [label]="t('customers.form.preferredFrom')" [control]="form().controls.preferredFrom" />
        <t-time-field [label]="t('customers.form.preferredUntil')" [control]="form().controls.preferredUntil" />
        <t-time-field [label]="t('customers.form.quietFrom')" [control]="form().controls.quietFrom" />
        <t-time-field [label]="t('customers.form.quietUntil')" [control]="form().controls.quietUntil" />
      </div>
      <t-time-zone-field [label]="t('customers.form.timeZone')" [control]="form().controls.timeZone" />
    </ng-container>
  `,
  styles: `
    :host { display: grid; gap: var(--t-4); }
    .t-form-row { grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr)); }
  `,
})
export class Preferences {
  /** The customer's form. */
  readonly form = input.required<CustomerForm>();

  protected readonly vocabulary = inject(Vocabulary);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
}
