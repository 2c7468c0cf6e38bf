import { Component, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { I18n, nameIn } from '../../core/i18n';
import { type EntryForm, choiceForm } from './entry-form';
import { NamesFields } from './names-fields';

/** The choices of a field: named, added, put into order, and taken away as long as no customer has them. */
@Component({
  selector: 't-choices-fields',
  imports: [MatButton, MatIcon, MatIconButton, NamesFields],
  template: `
    <h3>{{ t('vocabulary.choices.title') }}</h3>
    <ol>
      @for (choice of choices().controls; track choice) {
        <li>
          <t-names-fields [names]="choice.controls.names" [legend]="t('vocabulary.choices.one', { place: $index + 1 })" />
          <div class="tools">
            <button matIconButton type="button" [disabled]="$first" [attr.aria-label]="t('vocabulary.moveUpNamed', { name: nameOf($index) })" (click)="move($index, -1)"><mat-icon svgIcon="keyboard_arrow_up" /></button>
            <button matIconButton type="button" [disabled]="$last" [attr.aria-label]="t('vocabulary.moveDownNamed', { name: nameOf($index) })" (click)="move($index, 1)"><mat-icon svgIcon="keyboard_arrow_down" /></button>
            <button matIconButton type="button" [attr.aria-label]="t('vocabulary.choices.remove', { name: nameOf($index) })" (click)="choices().removeAt($index)"><mat-icon svgIcon="delete" /></button>
          </div>
        </li>
      } @empty {
        <li class="t-muted">{{ t('vocabulary.choices.none') }}</li>
      }
    </ol>
    <button matButton="outlined" type="button" (click)="add()"><mat-icon svgIcon="add" />{{ t('vocabulary.choices.add') }}</button>
  `,
  styles: `
    ol { display: flex; flex-direction: column; gap: var(--t-3); margin: var(--t-2) 0 var(--t-3); list-style: none; }
    li { position: relative; }
    li + li { padding-top: var(--t-3); border-top: var(--t-line); }
    .tools { position: absolute; top: calc(-1 * var(--t-2)); right: 0; display: flex; }
    li + li .tools { top: var(--t-1); }
  `,
})
export class ChoicesFields {
  /** The form of the field. */
  readonly form = input.required<EntryForm>();

  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  protected readonly choices = () => this.form().controls.choices;

  protected nameOf(place: number): string {
    const choice = this.choices().at(place);
    return nameIn(choice.getRawValue().names, this.i18n.language()) || this.t('vocabulary.choices.one', { place: place + 1 });
  }

  protected add(): void {
    this.choices().push(choiceForm());
  }

  protected move(place: number, by: 1 | -1): void {
    const choice = this.choices().at(place);
    this.choices().removeAt(place);
    this.choices().insert(place + by, choice);
  }
}
