import { Component, ElementRef, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { I18n } from '../core/i18n';

/** The frame of a sheet's content: title and close button, a body that scrolls, actions (slot `actions`) that stay. Ctrl/⌘ + Enter sends its form. */
@Component({
  selector: 't-sheet',
  imports: [MatDialogModule, MatIcon, MatIconButton],
  template: `
    <header>
      <h2 mat-dialog-title>{{ title() }}</h2>
      <ng-content select="[head]" />
      <button matIconButton mat-dialog-close type="button" [aria-label]="t('ui.sheet.close')"><mat-icon svgIcon="close" /></button>
    </header>
    <div class="body" cdkScrollable><ng-content /></div>
    <footer><ng-content select="[actions]" /></footer>
  `,
  styleUrl: './sheet.scss',
  host: { '(keydown.control.enter)': 'send($event)', '(keydown.meta.enter)': 'send($event)' },
})
export class Sheet {
  /** What the sheet is for. */
  readonly title = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected send(event: Event): void {
    const form = this.host.nativeElement.querySelector('form');
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    form.requestSubmit();
  }
}
