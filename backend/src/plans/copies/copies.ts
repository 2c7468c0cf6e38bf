import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { addDays } from '../../kernel/index.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { type Actor, Person } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { PlanItem } from '../plan-item.entity.ts';
import { PlanReads } from '../plan-reads.ts';
import { Plan } from '../plan.entity.ts';
import type { CopyPlan, PlanView } from '../plans.dto.ts';
import { mustSeePlan } from '../visible-plans.ts';
import { endYearsLater, movedStart, yearsLater } from './moved-dates.rules.ts';

/** New plans from old ones: last year's plan again, a plan as a template, a template as a plan. */
@Injectable()
export class Copies {
  constructor(
    private readonly transactions: Transactions,
    private readonly reads: PlanReads,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Copies a plan or template that the actor sees as a draft of theirs, some whole years later; what goes by weekdays keeps its weekday. Who left is responsible for nothing: the actor is for the plan, the owners for its items. */
  copy(actor: Actor, id: string, { name, years = 1, asTemplate = false }: CopyPlan): Promise<PlanView> {
    return this.transactions.run(actor, async (tx) => {
      const from = await mustSeePlan(tx, actor, id);
      const items = await tx.find(PlanItem, { where: { planId: id }, order: { position: 'ASC', id: 'ASC' } });
      const named = [from.responsibleId, ...items.flatMap(({ responsibleId }) => responsibleId ?? [])];
      const working = new Set((await tx.find(Person, { select: { id: true }, where: { id: In(named), state: 'active' } })).map((person) => person.id));
      const copy: Plan = {
        ...from, responsibleId: working.has(from.responsibleId) ? from.responsibleId : actor.personId, id: newId(), name, fromOn: yearsLater(from.fromOn, years), untilOn: endYearsLater(from.untilOn, years), state: 'draft', isTemplate: asTemplate, copiedFromId: id,
        plannerId: actor.personId, createdById: actor.personId, createdAt: this.clock.now(), archivedAt: null, version: 1,
      };
      await tx.insert(Plan, copy);
      // The nearest such weekday can lie just outside of the plan.
      const inside = (day: string, was: string): string => (day < copy.fromOn ? copy.fromOn : day >= copy.untilOn && was < from.untilOn ? addDays(day, -7) : day);
      for (const item of items) {
        const startsOn = item.startsOn === null ? null : inside(movedStart(item.startsOn, item.recurrence, years), item.startsOn);
        const responsibleId = item.responsibleId !== null && working.has(item.responsibleId) ? item.responsibleId : null;
        await tx.insert(PlanItem, { ...item, id: newId(), planId: copy.id, responsibleId, startsOn, endsOn: item.endsOn === null ? null : endYearsLater(item.endsOn, years) });
      }
      await this.audit.record(tx, actor, 'plan.copied', copy.id, { from: id, years, asTemplate });
      return this.reads.view(tx, actor, copy.id);
    });
  }
}
