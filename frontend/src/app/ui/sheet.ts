import { Component, Injectable, Injector, Type, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { firstValueFrom } from 'rxjs';
import { I18n } from '../core/i18n';

/** How a sheet opens. */
export interface SheetOptions<D> {
  /** What its content gets, by `inject(MAT_DIALOG_DATA)`. */
  data?: D;
  /** 860 instead of 560 pixels wide. */
  isWide?: boolean;
}

/** Opens sheets: at the right on wide, the whole screen on a phone; focus stays inside, Esc closes (drafts are kept by their forms). */
@Injectable({ providedIn: 'root' })
export class Sheets {
  private readonly injector = inject(Injector);

  /** Opens a sheet whose content is loaded now; resolves to what it closes with, undefined when it was left. */
  async open<R, D = unknown>(load: () => Promise<Type<unknown>>, { data, isWide = false }: SheetOptions<D> = {}): Promise<R | undefined> {
    const [{ MatDialog }, content] = await Promise.all([import('@angular/material/dialog'), load()]);
    const opened = this.injector.get(MatDialog).open<unknown, D | undefined, R>(content, {
      data, panelClass: isWide ? ['t-sheet', 't-sheet-wide'] : 't-sheet', position: { top: '0', right: '0' }, maxWidth: '100vw', autoFocus: '.body input, .body textarea, .body button',
      enterAnimationDuration: 0, exitAnimationDuration: 0,
    });
    return firstValueFrom(opened.afterClosed());
  }
}

/** The frame of a sheet's content: title and close button, a body that scrolls, actions (slot `actions`) that stay. */
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
})
export class Sheet {
  /** What the sheet is for. */
  readonly title = input.required<string>();

  protected readonly t = inject(I18n).t;
}
