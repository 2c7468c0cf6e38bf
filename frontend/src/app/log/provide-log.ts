import { EnvironmentProviders, Injector, inject, provideAppInitializer } from '@angular/core';
import { Clock } from '../core/clock';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { LogOpener, LogResult, LogStart } from '../core/log-opener';
import { Session } from '../core/session';
import { Shortcuts } from '../core/shortcuts';
import { Vocabulary } from '../core/vocabulary';
import { Sheets } from '../ui/sheets';
import { partsNamed, readLine } from './quick-line/quick-line.rules';
import { logTexts } from './texts';

/** Makes `N`, the round button and every "log" action open the log sheet, which is loaded when first asked for. */
export function provideLog(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const [opener, sheets, i18n, session] = [inject(LogOpener), inject(Sheets), inject(I18n), inject(Session)];
    const [injector, clock, format] = [inject(Injector), inject(Clock), inject(Format)];
    let isOpen = false;
    const understands = (line: string): boolean => {
      // Read when first asked for: nobody is signed in yet when the page starts.
      const vocabulary = injector.get(Vocabulary);
      return partsNamed(readLine(line, { channels: vocabulary.choices('channels'), dispositions: vocabulary.choices('dispositions'), locale: format.locale(), today: clock.today() })) > 1;
    };
    opener.plugIn(async (start) => {
      // A double press opens one sheet.
      if (isOpen || !session.can('contacts.work')) return undefined;
      isOpen = true;
      try {
        await i18n.add('log', logTexts);
        const opened = (data: LogStart): Promise<LogResult | 'another'> => sheets.open<LogResult | 'another', LogStart>(() => import('./log-sheet').then((m) => m.LogSheet), { data });
        const result = await opened(start);
        return result === 'another' ? ((await opened({})) as LogResult) : result;
      } finally {
        isOpen = false;
      }
    }, understands);
    inject(Shortcuts).register({ id: 'log-contact', keys: 'n', label: 'shell.logContact', opensField: true, run: () => void opener.open() });
  });
}
