import type { Client } from './client';
import { dayFromNow } from './steps';

/** Who signs in in the journeys. */
export const ADMINISTRATOR = { name: 'Sample Administrator', email: 'admin@example.com', password: 'sample words for the journeys' };

interface Entry { id: string; key: string }
interface Vocabulary { channels: Entry[]; dispositions: Entry[]; tiers: Entry[] }

const idOf = (entries: Entry[], key: string): string => entries.find((entry) => entry.key === key)?.id ?? '';

/** Sets the product up and makes a handful of customers, plainly named as samples, so that every bucket of My day has something. */
export async function fill(client: Client, code: string): Promise<void> {
  await client.post('/api/setup', { code, ...ADMINISTRATOR, organisationName: 'Sample Company', timeZone: 'Asia/Shanghai', language: 'en' });
  const { channels, dispositions, tiers } = await client.get<Vocabulary>('/api/vocabulary');
  const [phone, email, reached] = [idOf(channels, 'phone'), idOf(channels, 'email'), idOf(dispositions, 'reached')];
  const customer = (name: string, kind: string, more: object = {}) =>
    client.post<{ id: string }>('/api/customers', { name, kind, tierId: idOf(tiers, 'key'), knownSinceOn: dayFromNow(-200), ...more });
  const contact = (customerId: string, nextStep: object, more: object = {}) =>
    client.post('/api/follow-ups', { customerId, channelId: phone, dispositionId: reached, text: 'Spoke about the sample offer.', nextStep, ...more });

  const waiting = await customer('王小明样例', 'person', { contactPoints: [{ kind: 'phone', value: '13800138000' }] });
  await contact(waiting.id, { kind: 'cadence' }, { channelId: email, direction: 'inbound', text: '请问样例报价什么时候可以发给我？' });
  const today = await customer('Sample Today Ltd', 'organisation', { contactPeople: [{ name: 'Sample Buyer', title: 'Purchasing', contactPoints: [{ kind: 'email', value: 'buyer@example.com' }] }] });
  await client.post('/api/touchpoints', { customerId: today.id, channelId: phone, dueOn: dayFromNow(0), purpose: 'Ask about the sample' });
  const later = await customer('Sample Later GmbH', 'organisation');
  await contact(later.id, { kind: 'touchpoint', dueOn: dayFromNow(9), purpose: 'Send the revised sample' });
  const cadence = await customer('Sample Cadence Inc', 'organisation', { tags: ['sample'], region: '上海' });
  await contact(cadence.id, { kind: 'cadence' }, { occurredAt: new Date(Date.now() - 60 * 86_400_000).toISOString() });
  await customer('南方样例电力有限公司', 'organisation', { region: '广州' });
}
