import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { I18n } from '../core/i18n';
import { Shortcut, Shortcuts, keyCaps } from '../core/shortcuts';

const GENERAL = 'shell.shortcuts.general';

/** What the keys do on the page at hand, by group. */
@Component({
  selector: 't-shortcut-help-dialog',
  imports: [MatButton, MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ t('shell.shortcuts.title') }}</h2>
    <mat-dialog-content tabindex="0" role="region" [attr.aria-label]="t('shell.shortcuts.title')">
      @for (group of groups(); track group.label) {
        <h3>{{ t(group.label) }}</h3>
        <dl>
          @for (shortcut of group.shortcuts; track shortcut.id) {
            <div><dt>{{ t(shortcut.label) }}</dt><dd>@for (cap of caps(shortcut.keys); track $index) {<kbd>{{ cap }}</kbd>}</dd></div>
          }
        </dl>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end"><button matButton mat-dialog-close type="button">{{ t('common.close') }}</button></mat-dialog-actions>
  `,
  styles: `
    h3 { padding: var(--t-3) 0 var(--t-1); color: var(--t-muted); font: var(--t-text-s); }
    dl div { display: flex; align-items: center; justify-content: space-between; gap: var(--t-4); min-height: 32px; border-bottom: var(--t-line); color: var(--t-text-color); font: var(--t-text); }
    dd { display: flex; gap: var(--t-1); }
    kbd { min-width: 22px; padding: 1px 6px; border: var(--t-line); border-radius: var(--t-radius-s); background: var(--t-sunken); text-align: center; }
  `,
})
export class ShortcutHelpDialog {
  protected readonly t = inject(I18n).t;
  protected readonly caps = (keys: string): string[] => keyCaps(keys);
  private readonly shortcuts = inject(Shortcuts);

  protected readonly groups = computed(() => {
    const byGroup = new Map<string, Shortcut[]>([[GENERAL, []]]);
    for (const shortcut of this.shortcuts.all()) {
      const group = shortcut.group ?? GENERAL;
      byGroup.set(group, [...(byGroup.get(group) ?? []), shortcut]);
    }
    return [...byGroup].map(([label, shortcuts]) => ({ label, shortcuts })).filter(({ shortcuts }) => shortcuts.length > 0);
  });
}
