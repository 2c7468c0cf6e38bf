import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Api, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { urlState } from '../core/url-state';
import { Vocabulary } from '../core/vocabulary';
import { Chip } from '../ui/chip';
import { PageHeader } from '../ui/page-header';
import { Segments } from '../ui/segments';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { AdherencePanel } from './adherence-panel';
import type { NormStart } from './norm-sheet';

type Norm = View<'NormView'>;

/** The norms of contacts: to read for everybody, to write for planners; and how far they are followed. */
@Component({
  selector: 't-norms-page',
  imports: [AdherencePanel, Chip, MatButton, MatIcon, MatIconButton, MatMenuModule, PageHeader, Segments, State],
  templateUrl: './norms-page.html',
  styleUrl: './norms-page.scss',
})
export class NormsPage {
  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly state = urlState({ tab: 'norms', from: '', to: '' });

  protected readonly norms = this.api.resource('/api/norms', () => ({}), { followWrites: true });
  protected readonly used = computed(() => this.norms.value()?.items.filter(({ isArchived }) => !isArchived) ?? []);
  protected readonly archived = computed(() => this.norms.value()?.items.filter(({ isArchived }) => isArchived) ?? []);
  protected readonly canWrite = computed(() => this.session.can('plans.write'));
  protected readonly tabs = computed(() => ['norms', ...(this.session.can('reports.see') ? ['adherence'] : [])].map((value) => ({ value, label: this.t(`norms.tabs.${value}`) })));

  protected placeOf({ channelId, contactKind }: Norm): string {
    if (channelId) return this.vocabulary.name(channelId);
    return contactKind ? this.t(`contactKinds.${contactKind}`) : this.t('norms.places.items');
  }

  protected promiseOf({ responseMinutes, isResponseInWorkingTime }: Norm): string {
    return responseMinutes === null ? '' : this.t(isResponseInWorkingTime ? 'norms.promiseWorking' : 'norms.promise', { time: this.format.duration(responseMinutes) });
  }

  protected async open(norm?: Norm): Promise<void> {
    const data: NormStart = norm ? { norm } : {};
    const saved = await this.sheets.open<Norm>(() => import('./norm-sheet').then((m) => m.NormSheet), { data, isWide: true });
    if (saved) await this.notices.say(this.t('common.saved'));
  }

  protected async history(norm: Norm): Promise<void> {
    await this.sheets.open(() => import('./versions-sheet').then((m) => m.VersionsSheet), { data: norm });
  }

  protected async archive(norm: Norm): Promise<void> {
    const path = { id: norm.id };
    await this.attempt(async () => {
      await this.api.post('/api/norms/{id}/archival', { path });
      void this.notices.offerUndo(this.t('norms.archivedOne', { name: norm.name }), () => this.api.delete('/api/norms/{id}/archival', { path }));
    });
  }

  protected restore(norm: Norm): Promise<void> {
    return this.attempt(async () => {
      await this.api.delete('/api/norms/{id}/archival', { path: { id: norm.id } });
      void this.notices.say(this.t('norms.restoredOne', { name: norm.name }));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.notices.sayProblem(error);
    }
  }
}
