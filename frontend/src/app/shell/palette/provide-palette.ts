import { EnvironmentProviders, Injector, inject, provideAppInitializer } from '@angular/core';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { Shortcuts } from '../../core/shortcuts';

/** Makes Ctrl/⌘ + K (and `/`) open the command palette, which is loaded when first asked for. */
export function providePalette(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const [injector, i18n, session, shortcuts] = [inject(Injector), inject(I18n), inject(Session), inject(Shortcuts)];
    const run = async (): Promise<void> => {
      if (!session.isSignedIn()) return;
      const [{ MatDialog }, { CommandPalette }] = await Promise.all([import('@angular/material/dialog'), import('./command-palette')]);
      const dialogs = injector.get(MatDialog);
      if (dialogs.getDialogById('palette')) return;
      dialogs.open(CommandPalette, { id: 'palette', ariaLabel: i18n.t('shell.search'), width: 'min(600px, calc(100vw - 16px))', maxWidth: '100vw', position: { top: '10vh' }, panelClass: 't-palette', enterAnimationDuration: 0, exitAnimationDuration: 0 });
    };
    shortcuts.register({ id: 'command-palette', keys: 'mod+k', label: 'shell.search', opensField: true, run: () => void run() });
    shortcuts.register({ id: 'command-palette-slash', keys: '/', label: 'shell.search', opensField: true, run: () => void run() });
  });
}
