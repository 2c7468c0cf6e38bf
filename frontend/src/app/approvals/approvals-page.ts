import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Api, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { urlState } from '../core/url-state';
import { Chip } from '../ui/chip';
import { ListKeys } from '../ui/list-keys';
import { PageHeader } from '../ui/page-header';
import { Segments } from '../ui/segments';
import { State } from '../ui/state';
import { toneOf } from './tones';

type Row = View<'ApprovalRow'>;
const LISTS = ['waiting', 'mine', 'decided'] as const;
type List = (typeof LISTS)[number];

/** Requests for a decision: those that wait for the person, those that they asked for, those that they decided. */
@Component({
  selector: 't-approvals-page',
  imports: [Chip, ListKeys, MatButton, PageHeader, RouterLink, Segments, State],
  templateUrl: './approvals-page.html',
  styleUrl: './approvals-page.scss',
})
export class ApprovalsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly toneOf = toneOf;

  // Whoever decides nothing has nothing that waits for them.
  private readonly usual: List = this.session.can('plans.approve') ? 'waiting' : 'mine';
  protected readonly state = urlState({ list: this.usual });
  protected readonly list = computed<List>(() => LISTS.find((one) => one === this.state.now().list) ?? this.usual);
  protected readonly lists = computed(() => LISTS.filter((value) => value === 'mine' || this.session.can('plans.approve')).map((value) => ({ value, label: this.t(`approvals.lists.${value}`) })));
  protected readonly first = this.api.resource('/api/approvals', () => ({ query: { list: this.list() } }), { followWrites: true });
  private readonly rest = linkedSignal<unknown, View<'ApprovalsPage'> | undefined>({ source: this.first.value, computation: () => undefined });
  protected readonly items = computed(() => [...(this.first.value()?.items ?? []), ...(this.rest()?.items ?? [])]);
  protected readonly next = computed(() => { const rest = this.rest(); return rest ? rest.next : (this.first.value()?.next ?? null); });
  protected readonly selected = signal(-1);
  protected readonly currency = computed(() => this.session.organisation()?.currency ?? 'CNY');

  protected open(index: number): void {
    const row = this.items()[index];
    if (row) void this.router.navigate(['/approvals', row.id]);
  }

  protected async showMore(after: string): Promise<void> {
    try {
      const page = await this.api.get('/api/approvals', { query: { list: this.list(), after } });
      if (after === this.next()) this.rest.update((rest) => ({ items: [...(rest?.items ?? []), ...page.items], next: page.next }));
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  /** What a row says below its name: of what kind, about whom, who asked. */
  protected aboutOf({ subject, customerName, requestedByName }: Row): string {
    return [this.t(`approvals.subjects.${subject}`), customerName, this.list() === 'mine' ? '' : requestedByName].filter(Boolean).join(' · ');
  }

  protected whenOf({ waitingSince, decidedAt, requestedAt }: Row): string {
    if (this.list() === 'waiting' && waitingSince) return this.t('approvals.waitingSince', { when: this.format.ago(waitingSince) });
    return this.format.instant(decidedAt ?? requestedAt);
  }
}
