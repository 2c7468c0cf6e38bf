import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton, MatIconAnchor, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { Api, Problem, View } from '../core/api';
import { Directory } from '../core/directory';
import { Errors } from '../core/errors';
import { Format, LocalDate, addDays } from '../core/format';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { PageTitles } from '../core/page-title';
import { Session } from '../core/session';
import { urlState } from '../core/url-state';
import { Chip } from '../ui/chip';
import { Confirm } from '../ui/confirm';
import { PageHeader } from '../ui/page-header';
import { Segments } from '../ui/segments';
import { Sheets } from '../ui/sheets';
import { State } from '../ui/state';
import { Changing, isMade } from './changes/changing';
import type { Decided } from './comment-sheet';
import { CoveragePanel } from './coverage/coverage-panel';
import { PlanSpending } from './coverage/plan-spending';
import { FeasibilityPanel } from './feasibility/feasibility-panel';
import { ItemAction, ItemCard } from './item/item-card';
import { copyOf } from './item/item-form';
import { PlanHistory } from './plan-history';
import { toneOf } from './plan-states';
import { Standing } from './standing';
import type { Renew } from './renewing';
import { ProgressPanel } from './progress/progress-panel';

type Plan = View<'PlanView'>;
type Item = View<'PlanItemView'>;

// The heat map holds a year at most.
const YEAR = 371;
const yearFrom = ({ fromOn, untilOn }: Plan): LocalDate => (addDays(fromOn, YEAR) < untilOn ? addDays(fromOn, YEAR) : untilOn);
const NONE: ReadonlyMap<string, string> = new Map<string, string>();

/** A contact plan: what it is for, its items as cards, whether it can be done, and what became of it. */
@Component({
  selector: 't-plan-page',
  imports: [Chip, CoveragePanel, FeasibilityPanel, ItemCard, MatButton, MatIcon, MatIconAnchor, MatIconButton, MatMenuModule, PageHeader, PlanHistory, PlanSpending, ProgressPanel, RouterLink, Segments, Standing, State],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.scss',
})
export class PlanPage {
  /** The plan's identifier, out of the address. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly changing = inject(Changing);
  private readonly router = inject(Router);
  private readonly errors = inject(Errors);
  protected readonly session = inject(Session);
  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly toneOf = toneOf;

  protected readonly state = urlState({ tab: 'items' });
  protected readonly plan = this.api.resource('/api/plans/{id}', () => ({ path: { id: this.id() } }));
  /** Of the plan's whole period. */
  protected readonly scope = computed(() => { const plan = this.plan.value(); return { planId: this.id(), from: plan?.fromOn ?? '', until: plan ? yearFrom(plan) : '' }; });
  protected readonly isBusy = signal(false);
  private readonly fields = signal<Problem['fields']>([]);
  protected readonly tabs = computed(() => (['items', 'feasibility', 'progress', 'coverage', 'history'] as const).filter((value) => this.hasPart(value)).map((value) => ({ value, label: this.t(`plans.tabs.${value}`) })));
  // What was said when the plan was submitted holds for the items as they were then.
  protected readonly missing = computed(() => {
    const byItem = new Map<number, Map<string, string>>();
    for (const field of this.fields()) {
      const [, index = '', name = ''] = field.field.split('.');
      const at = byItem.get(Number(index)) ?? new Map<string, string>();
      byItem.set(Number(index), at.set(name, this.errors.ofField(field)));
    }
    return byItem;
  });

  constructor() {
    const titles = inject(PageTitles);
    effect(() => { const plan = this.plan.value(); if (plan) titles.set(plan.name); });
  }

  protected missingAt(index: number): ReadonlyMap<string, string> {
    return this.missing().get(index) ?? NONE;
  }

  protected periodOf({ fromOn, untilOn }: Plan): string {
    return this.format.period(fromOn, untilOn);
  }

  protected canWrite({ allowed }: Plan): boolean {
    return allowed.includes('edit') || allowed.includes('change');
  }

  protected async edit(plan: Plan): Promise<void> {
    this.take(await this.sheets.open<Plan>(() => import('./plan-sheet').then((m) => m.PlanSheet), { data: { plan, renew: this.renew } }));
  }

  protected async openItem(plan: Plan, item?: Item): Promise<void> {
    this.take(await this.sheets.open<Plan>(() => import('./item/item-sheet').then((m) => m.ItemSheet), { data: { plan, item, renew: this.renew }, isWide: true }));
  }

  protected async decide(plan: Plan, step: 'submit' | 'approve' | 'return'): Promise<void> {
    const decided = await this.sheets.open<Decided>(() => import('./comment-sheet').then((m) => m.CommentSheet), { data: { plan, step, renew: this.renew } });
    if (!decided) return;
    if ('plan' in decided) {
      this.take(decided.plan);
      return;
    }
    this.fields.set(decided.missing);
    this.state.set({ tab: 'items' });
    void this.notices.say(this.t(plan.items.length ? 'plans.steps.incomplete' : 'plans.steps.noItems'));
  }

  protected async raiseBudget(plan: Plan): Promise<void> {
    this.take(await this.sheets.open<Plan>(() => import('./budget-sheet').then((m) => m.BudgetSheet), { data: { plan } }));
  }

  protected async openChange(plan: Plan): Promise<void> {
    this.take(await this.sheets.open<Plan>(() => import('./changes/decide-sheet').then((m) => m.DecideSheet), { data: { plan }, isWide: true }));
  }

  protected async withdrawChange(plan: Plan): Promise<void> {
    await this.doing(() => this.api.post('/api/plans/{id}/changes/waiting/withdrawal', { path: { id: plan.id }, version: plan.version }));
  }

  protected async step(plan: Plan, step: 'withdraw' | 'start' | 'close'): Promise<void> {
    const options = { path: { id: plan.id }, version: plan.version };
    await this.doing(() => {
      if (step === 'withdraw') return this.api.post('/api/plans/{id}/withdrawal', options);
      return step === 'start' ? this.api.post('/api/plans/{id}/start', options) : this.api.post('/api/plans/{id}/closing', options);
    });
  }

  protected async close(plan: Plan): Promise<void> {
    try {
      const { open } = await this.api.get('/api/plans/{id}/closing', { path: { id: plan.id } });
      const isSure = await this.confirm.ask({ title: this.t('plans.progress.close', { name: plan.name }), text: this.t('plans.progress.closing', { count: open, number: this.format.number(open) }), confirm: this.t('plans.actions.close'), isDangerous: true });
      if (isSure) await this.step(plan, 'close');
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  protected async copy(plan: Plan, way: 'year' | 'template'): Promise<void> {
    const made = await this.sheets.open<Plan>(() => import('./copy-sheet').then((m) => m.CopySheet), { data: { plan, way } });
    if (made) await this.router.navigate(['/plans', made.id]);
  }

  protected async remove(plan: Plan): Promise<void> {
    const options = { path: { id: plan.id } };
    try {
      await this.api.post('/api/plans/{id}/deletion', { ...options, version: plan.version });
      await this.router.navigate(['/plans']);
      const isBack = await this.notices.offerUndo(this.t('plans.deleted', { name: plan.name }), () => this.api.delete('/api/plans/{id}/deletion', options));
      if (isBack) await this.router.navigate(['/plans', plan.id]);
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  protected act(plan: Plan, item: Item, action: ItemAction): void {
    const at = plan.items.indexOf(item);
    if (action === 'edit') void this.openItem(plan, item);
    else if (action === 'audience') void this.sheets.open(() => import('./audience-sheet').then((m) => m.AudienceSheet), { data: { plan, item } });
    else if (isMade(plan)) void this.change(plan, action === 'remove' ? { remove: [item.id] } : { add: [copyOf(item)] });
    else if (action === 'remove') void this.removeItem(plan, item);
    else if (action === 'duplicate') void this.doing(() => this.api.post('/api/plans/{id}/items', { path: { id: plan.id }, version: plan.version, body: copyOf(item) }));
    else void this.move(plan, at, action === 'up' ? at - 1 : at + 1);
  }

  private readonly renew: Renew = async () => {
    const now = await this.api.get('/api/plans/{id}', { path: { id: this.id() } });
    this.plan.set(now);
    return now;
  };

  private hasPart(tab: 'items' | 'feasibility' | 'progress' | 'coverage' | 'history'): boolean {
    const plan = this.plan.value();
    if (tab === 'progress' || tab === 'coverage') return plan?.state === 'approved' || plan?.state === 'running' || plan?.state === 'closed';
    if (tab === 'feasibility') return this.session.can('plans.approve');
    return tab !== 'history' || (plan?.steps.length ?? 0) > 0;
  }

  private async move(plan: Plan, from: number, to: number): Promise<void> {
    const ids = plan.items.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    await this.doing(() => this.api.put('/api/plans/{id}/items/order', { path: { id: plan.id }, version: plan.version, body: { ids } }));
  }

  private async change(plan: Plan, change: View<'ChangeRunningPlan'>): Promise<void> {
    try {
      this.take(await this.changing.ask(plan, change));
    } catch (error) {
      if (Problem.from(error).status === 412) this.plan.reload();
      void this.notices.sayProblem(error);
    }
  }

  private async removeItem(plan: Plan, item: Item): Promise<void> {
    await this.doing(() => this.api.delete('/api/plans/{id}/items/{itemId}', { path: { id: plan.id, itemId: item.id }, version: plan.version }));
    const now = this.plan.value();
    if (!now || now.items.some(({ id }) => id === item.id)) return;
    void this.notices.offerUndo(this.t('plans.item.removed', { name: item.objective }), async () => {
      this.take(await this.api.post('/api/plans/{id}/items', { path: { id: plan.id }, version: this.plan.value()?.version ?? 0, body: copyOf(item) }));
    });
  }

  private take(plan: Plan | undefined): void {
    if (!plan) return;
    this.fields.set([]);
    this.plan.set(plan);
  }

  private async doing(work: () => Promise<Plan>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      this.take(await work());
    } catch (error) {
      if (Problem.from(error).status === 412) this.plan.reload();
      void this.notices.sayProblem(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
