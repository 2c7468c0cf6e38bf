import { Problem, View } from '../core/api';

/** Asks for the plan as it stands now and shows it on the page behind the sheet. */
export type Renew = () => Promise<View<'PlanView'>>;

/** Does `work`; when somebody changed the plan meanwhile, `then` gets it as it stands now before the refusal is said, so that saving again is possible. */
export async function renewing<T>(renew: Renew, work: () => Promise<T>, then: (now: View<'PlanView'>) => void = () => undefined): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (Problem.from(error).status === 412) await renew().then(then, () => undefined);
    throw error;
  }
}
