import type { NormView } from '../src/norms/index.ts';
import type { TestActor } from './world.ts';

/** What a norm is written with, but for what is given. */
export const normWith = (given: object = {}): Record<string, unknown> => ({
  name: 'Phone calls', contactKind: null, channelId: null, script: '', dos: [], donts: [], responseMinutes: null, isResponseInWorkingTime: true,
  checklist: [{ text: 'Say who calls', isRequired: true }, { text: 'Ask for the need', isRequired: true }, { text: 'Mention the fair', isRequired: false }], ...given,
});

/** A norm that somebody wrote over HTTP. */
export async function normOf(actor: TestActor, given: object = {}): Promise<NormView> {
  const answer = await actor.post('/api/norms', normWith(given));
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<NormView>();
}
