import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Errors } from '../../core/errors';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { State } from '../../ui/state';
import { AskedItem } from './asked-item';

type Effects = Pick<View<'ChangeCountsView'>, 'added' | 'moved' | 'changed' | 'cancelled'>;

// A request to the server each; who decides on more asks for them.
const SHOWN_ITEMS = 12;
const EFFECTS = ['added', 'moved', 'changed', 'cancelled'] as const;

/** The plan that a request is about, so that nobody has to open it to decide: its frame, what it comes to, what a change would do, and its items. */
@Component({
  selector: 't-asked-plan',
  imports: [AskedItem, MatButton, RouterLink, State],
  templateUrl: './asked-plan.html',
  styleUrl: './asked-plan.scss',
})
export class AskedPlan {
  /** The request: about a plan, its budget, or a change of it. */
  readonly approval = input.required<View<'ApprovalView'>>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly directory = inject(Directory);
  protected readonly errors = inject(Errors);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly showsAll = signal(false);
  protected readonly plan = this.api.resource('/api/plans/{id}', () => ({ path: { id: this.approval().subjectId } }));
  /** A decider need not see the plan. */
  protected readonly isOutOfSight = computed(() => this.plan.problem()?.status === 404 && this.plan.value() === undefined);
  // What a plan comes to and whether it can be done is asked while it is decided; later it says nothing about the decision.
  private readonly feasibility = this.api.resource('/api/plans/{id}/feasibility', () => {
    const { subject, state, subjectId } = this.approval();
    return subject === 'plan' && state === 'waiting' && this.plan.value() && this.session.can('plans.approve') ? { path: { id: subjectId } } : undefined;
  });
  protected readonly change = this.api.resource('/api/plans/{id}/changes/waiting', () => {
    const { subject, state, subjectId } = this.approval();
    return subject === 'change' && state === 'waiting' && this.plan.value() ? { path: { id: subjectId } } : undefined;
  });
  protected readonly shown = computed(() => this.plan.value()?.items.slice(0, this.showsAll() ? undefined : SHOWN_ITEMS) ?? []);

  protected readonly facts = computed(() => {
    const [plan, found] = [this.plan.value(), this.feasibility.value()];
    if (!plan) return [];
    const who = [this.directory.name(plan.responsibleId), plan.teamId ? this.directory.name(plan.teamId) : ''].filter(Boolean).join(' · ');
    const number = (value: number | undefined): string => (value === undefined ? '' : this.format.number(value));
    const all = [
      { key: 'period', text: this.format.period(plan.fromOn, plan.untilOn), isBad: false }, { key: 'responsible', text: who, isBad: false },
      // The amount that is asked for stands above already.
      { key: 'budget', text: this.approval().subject === 'plan' && this.approval().amount === plan.budget ? '' : this.format.money(plan.budget, this.session.organisation()?.currency ?? 'CNY'), isBad: false },
      { key: 'customers', text: number(found?.customers), isBad: false }, { key: 'contacts', text: number(found?.touchpoints), isBad: false },
      { key: 'overWeeks', text: number(found?.overWeeks), isBad: (found?.overWeeks ?? 0) > 0 }, { key: 'pressured', text: number(found?.pressuredCount), isBad: (found?.pressuredCount ?? 0) > 0 },
    ] as const;
    return all.filter(({ text }) => text !== '');
  });

  protected effectsOf(effects: Effects): { key: keyof Effects; count: number }[] {
    return EFFECTS.map((key) => ({ key, count: effects[key] }));
  }

  protected wordsOf(effects: Effects): string {
    return this.effectsOf(effects).filter(({ count }) => count > 0).map(({ key, count }) => `${this.t(`approvals.planPart.effects.${key}`)} ${this.format.number(count)}`).join(' · ');
  }
}
