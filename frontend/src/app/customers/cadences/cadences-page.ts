import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { NgTemplateOutlet } from '@angular/common';
import { Api, View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Vocabulary } from '../../core/vocabulary';
import { PageHeader } from '../../ui/page-header';
import { Sheets } from '../../ui/sheets';
import { State } from '../../ui/state';
import { CadenceWords } from './cadence-words';
import type { PolicyData } from './policy-sheet';

type Policy = View<'CadenceView'>;

/** The cadences of tiers and of segments, with the customers for whom each counts. */
@Component({
  selector: 't-cadences-page',
  imports: [MatButton, MatIcon, MatIconButton, MatMenuModule, NgTemplateOutlet, PageHeader, State],
  templateUrl: './cadences-page.html',
  styleUrl: './cadences-page.scss',
})
export class CadencesPage {
  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  private readonly vocabulary = inject(Vocabulary);
  protected readonly words = inject(CadenceWords);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly all = this.api.resource('/api/cadences', () => ({}), { followWrites: true });
  protected readonly segments = computed(() => (this.all.value()?.segments ?? []).filter(({ isArchived }) => !isArchived));
  protected readonly archived = computed(() => (this.all.value()?.segments ?? []).filter(({ isArchived }) => isArchived));

  protected name({ id, target, name }: Policy): string {
    return target === 'tier' ? this.vocabulary.name(id) : name;
  }

  protected async open(policy?: Policy): Promise<void> {
    const taken = this.segments().flatMap(({ segmentId }) => (segmentId ? [segmentId] : []));
    const data: PolicyData = { ...(policy && { policy }), taken };
    const isSaved = await this.sheets.open<boolean>(() => import('./policy-sheet').then((m) => m.PolicySheet), { data, isWide: true });
    if (isSaved) await this.notices.say(this.t('common.saved'));
  }

  /** Lets a segment's cadence count before or after its neighbour. */
  protected move(place: number, by: 1 | -1): Promise<void> {
    const ids = this.segments().map(({ id }) => id);
    const [id] = ids.splice(place, 1);
    if (id !== undefined) ids.splice(place + by, 0, id);
    return this.attempt(async () => { this.all.set(await this.api.put('/api/cadences/order', { body: { ids } })); });
  }

  protected archive(policy: Policy): Promise<void> {
    const path = { id: policy.id };
    return this.attempt(async () => {
      await this.api.post('/api/cadences/{id}/archival', { path });
      await this.notices.offerUndo(this.t('cadences.archivedOne', { name: policy.name }), () => this.api.delete('/api/cadences/{id}/archival', { path }));
    });
  }

  protected restore({ id }: Policy): Promise<void> {
    return this.attempt(() => this.api.delete('/api/cadences/{id}/archival', { path: { id } }));
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.all.reload();
      await this.notices.sayProblem(error);
    }
  }
}
