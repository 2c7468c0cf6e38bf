import { EnvironmentProviders, inject, provideAppInitializer } from '@angular/core';
import { I18n } from '../core/i18n';
import { Handed, HandingOver, HoursSubject, WorkingTimeOpener } from '../core/working-time-opener';
import { Sheets } from '../ui/sheets';
import { workingTimeTexts } from './texts';

/** Lets every page open the sheets of working hours, absences and handing over, which are loaded when first asked for. */
export function provideWorkingTime(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const [opener, sheets, i18n] = [inject(WorkingTimeOpener), inject(Sheets), inject(I18n)];
    const ready = (): Promise<unknown> => i18n.add('workingTime', workingTimeTexts);
    opener.plugIn({
      hours: async (data) => { await ready(); return sheets.open<Handed, HoursSubject>(() => import('./hours-sheet').then((m) => m.HoursSheet), { data }); },
      handOver: async (data) => { await ready(); return sheets.open<Handed, HandingOver>(() => import('./hand-over-sheet').then((m) => m.HandOverSheet), { data, isWide: true }); },
      person: async (data) => { await ready(); return sheets.open<Handed>(() => import('./person-sheet').then((m) => m.PersonSheet), { data }); },
    });
  });
}
