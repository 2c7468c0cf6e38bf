import { Component, inject, input } from '@angular/core';
import { FormArray, ReactiveFormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Errors } from '../../core/errors';
import { I18n } from '../../core/i18n';
import { ContactPoints } from './contact-points';
import { PersonForm, personForm } from './customer-form';
import { moveRowUp, rowsOf } from './rows';

const MOST = 50;

/** The people at a customer, the most important first, each with their own numbers and addresses. */
@Component({
  selector: 't-contact-people',
  imports: [ContactPoints, MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatInput, ReactiveFormsModule],
  template: `
    @for (person of rows(); track person; let i = $index) {
      <div class="person" role="group" [attr.aria-label]="person.controls.name.value || t('customers.form.person')" [formGroup]="person">
        <div class="who">
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('customers.form.personName') }}</mat-label>
            <input matInput autocomplete="off" maxlength="120" formControlName="name" />
            <mat-error>{{ errors.ofControl(person.controls.name) }}</mat-error>
          </mat-form-field>
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('customers.form.personTitle') }}</mat-label>
            <input matInput autocomplete="off" maxlength="120" formControlName="title" />
            <mat-error>{{ errors.ofControl(person.controls.title) }}</mat-error>
          </mat-form-field>
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('customers.fields.formOfAddress') }}</mat-label>
            <input matInput autocomplete="off" maxlength="120" formControlName="formOfAddress" />
            <mat-error>{{ errors.ofControl(person.controls.formOfAddress) }}</mat-error>
          </mat-form-field>
          <span class="buttons">
            <button matIconButton type="button" [disabled]="i === 0" [attr.aria-label]="t('customers.form.moveUp')" (click)="moveUp(i)"><mat-icon svgIcon="keyboard_arrow_up" /></button>
            <button matIconButton type="button" [attr.aria-label]="t('customers.form.remove', { name: person.controls.name.value || t('customers.form.person') })" (click)="remove(i)"><mat-icon svgIcon="close" /></button>
          </span>
        </div>
        <t-contact-points [list]="person.controls.contactPoints" />
      </div>
    }
    @if (rows().length < most) {
      <p class="add"><button matButton type="button" (click)="add()"><mat-icon svgIcon="add" />{{ t('customers.form.addPerson') }}</button></p>
    }
  `,
  styleUrl: './rows.scss',
})
export class ContactPeople {
  /** The people in the form. */
  readonly list = input.required<FormArray<PersonForm>>();

  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly most = MOST;
  protected readonly rows = rowsOf(this.list);

  protected add(): void {
    this.list().push(personForm());
    this.list().markAsDirty();
  }

  protected remove(index: number): void {
    this.list().removeAt(index);
    this.list().markAsDirty();
  }

  protected moveUp(index: number): void {
    moveRowUp(this.list(), index);
  }
}
