import { Injectable, inject } from '@angular/core';
import { Api, Problem, View } from '../../core/api';
import { Sheets } from '../../ui/sheets';

type Plan = View<'PlanView'>;

/** A change of a plan whose contacts are made, with what it will do. */
export interface ChangeStart { plan: Plan; change: View<'ChangeRunningPlan'>; preview: View<'ChangePreviewView'> }

/** Whether changes of a plan are shown first, because its contacts are made already. */
export const isMade = (plan: Plan): boolean => plan.state === 'approved' || plan.state === 'running';

/** Changes plans whose contacts are made: asks the server what a change will do, shows it, and lets the person decide. */
@Injectable({ providedIn: 'root' })
export class Changing {
  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);

  /** Answers the plan after the change; undefined when the person did not want it. Refused fields come without their path, to stand beside the controls of the one thing that is changed. */
  async ask(plan: Plan, change: View<'ChangeRunningPlan'>): Promise<Plan | undefined> {
    try {
      const preview = await this.api.post('/api/plans/{id}/changes/preview', { path: { id: plan.id }, version: plan.version, body: change });
      return await this.sheets.open<Plan, ChangeStart>(() => import('./change-sheet').then((m) => m.ChangeSheet), { data: { plan, change, preview }, isWide: true });
    } catch (error) {
      const { status, code, fields, params, detail } = Problem.from(error);
      throw new Problem(status, code, fields.map((one) => ({ ...one, field: one.field.replace(/^(change|add)\.\d+\.|^plan\./, '') })), params, detail);
    }
  }
}
