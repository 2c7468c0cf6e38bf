import { EnvironmentProviders, inject, provideAppInitializer } from '@angular/core';
import { I18n } from '../core/i18n';
import { LogOpener, LogResult, LogStart } from '../core/log-opener';
import { Session } from '../core/session';
import { Shortcuts } from '../core/shortcuts';
import { Sheets } from '../ui/sheets';
import { logTexts } from './texts';

/** Makes `N`, the round button and every "log" action open the log sheet, which is loaded when first asked for. */
export function provideLog(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const [opener, sheets, i18n, session] = [inject(LogOpener), inject(Sheets), inject(I18n), inject(Session)];
    let isOpen = false;
    opener.plugIn(async (start) => {
      // A double press opens one sheet.
      if (isOpen || !session.can('contacts.work')) return undefined;
      isOpen = true;
      try {
        await i18n.add('log', logTexts);
        return await sheets.open<LogResult, LogStart>(() => import('./log-sheet').then((m) => m.LogSheet), { data: start });
      } finally {
        isOpen = false;
      }
    });
    inject(Shortcuts).register({ id: 'log-contact', keys: 'n', label: 'shell.logContact', run: () => void opener.open() });
  });
}
