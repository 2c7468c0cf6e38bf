import { Injectable, Injector, Type, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

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

  /** Opens a sheet whose content is loaded now, with the focus on its first field or button that is not an `.aside`; resolves to what it closes with, undefined when it was left. */
  async open<R, D = unknown>(load: () => Promise<Type<unknown>>, { data, isWide = false }: SheetOptions<D> = {}): Promise<R | undefined> {
    const [{ MatDialog }, content] = await Promise.all([import('@angular/material/dialog'), load()]);
    const opened = this.injector.get(MatDialog).open<unknown, D | undefined, R>(content, {
      data, panelClass: isWide ? ['t-sheet', 't-sheet-wide'] : 't-sheet', position: { top: '0', right: '0' }, maxWidth: '100vw', autoFocus: '.body [cdkFocusInitial], .body input, .body textarea, .body mat-select, .body button:not(.aside)',
      enterAnimationDuration: 0, exitAnimationDuration: 0,
    });
    return firstValueFrom(opened.afterClosed());
  }
}
