import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { PageTitles } from '../core/page-title';
import { Session } from '../core/session';
import { useShortcuts } from '../core/shortcuts';
import { Chip, Tone } from '../ui/chip';
import { Confirm } from '../ui/confirm';
import { PageHeader } from '../ui/page-header';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { AskedPlan } from './plan/asked-plan';
import { toneOf } from './tones';

type Approval = View<'ApprovalView'>;
type Decider = View<'DeciderInFullView'>;

/** A request for a decision: what is asked, who decides, what was said; here one decides. */
@Component({
  selector: 't-approval-page',
  imports: [AskedPlan, Chip, MatButton, MatIcon, PageHeader, RouterLink, State],
  templateUrl: './approval-page.html',
  styleUrl: './approval-page.scss',
})
export class ApprovalPage {
  /** The approval's identifier, out of the address. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly toneOf = toneOf;
  protected readonly approval = this.api.resource('/api/approvals/{id}', () => ({ path: { id: this.id() } }));
  protected readonly isBusy = signal(false);
  protected readonly isAboutPlan = computed(() => ['plan', 'budget', 'change'].includes(this.approval.value()?.subject ?? ''));
  protected readonly currency = computed(() => this.session.organisation()?.currency ?? 'CNY');

  constructor() {
    const titles = inject(PageTitles);
    effect(() => { const approval = this.approval.value(); if (approval) titles.set(approval.title); });
    useShortcuts(
      { id: 'approve', keys: 'a', label: 'approvals.actions.approve', group: 'approvals.one', opensField: true, run: () => void this.decide('approve') },
      { id: 'return', keys: 'r', label: 'approvals.actions.return', group: 'approvals.one', opensField: true, run: () => void this.decide('return') },
    );
  }

  protected wordOf({ decision, waitingSince }: Decider, { state }: Approval): { text: string; tone: Tone } {
    if (decision) return { text: this.t(`approvals.states.${decision}`), tone: toneOf(decision) };
    if (waitingSince) return { text: this.t('approvals.states.waiting'), tone: 'warning' };
    return { text: this.t(state === 'waiting' ? 'approvals.notYet' : 'approvals.notAsked'), tone: 'neutral' };
  }

  protected stepOf({ kind, fromName, toName }: View<'ApprovalStepView'>): string {
    return this.t(`approvals.steps.${kind}`, { from: fromName ?? '', to: toName ?? '' });
  }

  protected async decide(step: 'approve' | 'return'): Promise<void> {
    const approval = this.approval.value();
    if (!approval?.allowed.includes(step)) return;
    const done = await this.sheets.open<Approval>(() => import('./decision-sheet').then((m) => m.DecisionSheet), { data: { approval, step } });
    if (done) this.approval.set(done);
    else this.approval.reload();
  }

  protected async replace({ id }: Approval, decider: Decider): Promise<void> {
    const done = await this.sheets.open<Approval>(() => import('./replace-sheet').then((m) => m.ReplaceSheet), { data: { id, decider } });
    if (done) this.approval.set(done);
  }

  protected async withdraw({ id, title }: Approval): Promise<void> {
    const isSure = await this.confirm.ask({ title: this.t('approvals.withdrawing', { title }), text: this.t('approvals.withdrawingText'), confirm: this.t('approvals.actions.withdraw') });
    if (!isSure || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      this.approval.set(await this.api.post('/api/approvals/{id}/withdrawal', { path: { id } }));
    } catch (error) {
      this.approval.reload();
      void this.notices.sayProblem(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
