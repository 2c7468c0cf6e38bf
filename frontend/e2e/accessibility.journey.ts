import type { Page } from '@playwright/test';
import { expect, signIn, test } from './journey';
import { look } from './look';
import { prepareImport } from './import-states';
import { ask, dayFromNow, makeCustomer } from './steps';

type Language = 'en' | 'zh-Hans';

const SETTINGS = ['people', 'teams', 'organisation', 'calendar', 'channels', 'dispositions', 'outcomes', 'stages', 'tiers', 'fields', 'incentives'];
const PAGES: Readonly<Record<string, string>> = {
  'my-day': '/', customers: '/customers', reports: '/reports', 'report-communications': '/reports/communications?period=last-12-months', 'report-reach-rate': '/reports/reach-rate?period=last-12-months',
  'report-conversion': '/reports/conversion-by-channel?period=last-12-months', 'schedule-day': '/schedule?view=day', 'schedule-week': '/schedule?view=week', 'schedule-month': '/schedule?view=month',
  'schedule-agenda': '/schedule?view=agenda', plans: '/plans', coverage: '/plans/coverage', 'coverage-days': '/plans/coverage?unit=day', cadences: '/cadences', 'norms-adherence': '/norms?tab=adherence', approvals: '/approvals', 'approvals-mine': '/approvals?list=mine', import: '/import', profile: '/profile', settings: '/settings', missing: '/nowhere', ...Object.fromEntries(SETTINGS.map((name) => [`settings-${name}`, `/settings/${name}`])),
};

// A trace of so many pages costs more time than the looking.
test.use({ trace: 'off' });

/** The dialogs and sheets, each with the page it opens on and the key that opens it. */
const SHEETS: Readonly<Record<string, readonly [page: string, keys: string]>> = {
  log: ['customer', 'l'], 'customer-edit': ['customer', 'e'], 'customer-new': ['/customers', 'c'], palette: ['/schedule?view=agenda', 'Control+k'], keys: ['/schedule?view=agenda', '?'],
};

for (const language of ['en', 'zh-Hans'] as const) {
  test(`axe finds nothing on any page: ${language}`, async ({ page }) => {
    test.setTimeout(600_000);
    await signIn(page);
    await speak(page, language);
    const found: string[] = [];
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      found.push(...(await look(page, `${name}-${language}`)));
    }
    for (const [state, id] of Object.entries(await prepareImport(page))) {
      await page.goto(`/import/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      found.push(...(await look(page, `import-${state}-${language}`)));
    }
    const { items } = await ask<{ items: { id: string }[] }>(page, 'GET', `/api/search?q=${encodeURIComponent('王小明')}`);
    const customer = `/customers/${items[0]?.id ?? ''}`;
    await page.goto(customer);
    await expect(page.getByRole('article').first()).toBeVisible();
    found.push(...(await look(page, `customer-${language}`)));
    found.push(...(await lookAtApproval(page, items[0]?.id ?? '', language)));
    found.push(...(await lookAtCards(page, language)));
    found.push(...(await lookAtMerge(page, language)));
    found.push(...(await lookAtChange(page, language)));
    for (const [name, [address, keys]] of Object.entries(SHEETS)) {
      await page.goto(address === 'customer' ? customer : address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      found.push(...(await look(page, `${name}-${language}`)));
    }
    await speak(page, 'en');
    expect(found).toEqual([]);
  });

  test(`axe finds nothing on the pages for visitors: ${language}`, async ({ page, browser }) => {
    test.setTimeout(120_000);
    await signIn(page);
    const { invitationUrl } = await ask<{ invitationUrl: string }>(page, 'POST', '/api/people', {
      name: 'Sample Guest', email: `guest-${language}@example.com`, roles: ['sales'], dataScope: 'own', language, timeZone: 'Asia/Shanghai',
    });
    const context = await browser.newContext({ baseURL: process.env['TANGENT_ADDRESS'] ?? '', locale: language === 'en' ? 'en-GB' : 'zh-CN' });
    const visitor = await context.newPage();
    const found: string[] = [];
    for (const [name, address] of Object.entries({ 'sign-in': '/sign-in', invitation: new URL(invitationUrl).pathname, 'invitation-over': '/invitation/none', 'setup-done': '/setup' })) {
      await visitor.goto(address);
      await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
      found.push(...(await look(visitor, `${name}-${language}`)));
    }
    // This product is set up; the page before that is shown with the answer of one that is not.
    await visitor.route('**/api/setup', (route) => route.fulfill({ json: { isNeeded: true } }));
    await visitor.goto('/setup');
    await expect(visitor.getByRole('textbox').first()).toBeVisible();
    found.push(...(await look(visitor, `setup-${language}`)));
    await context.close();
    expect(found).toEqual([]);
  });
}

/** A request that waits, looked at and taken back, so that the next journey finds My day as it was. */
async function lookAtApproval(page: Page, customerId: string, language: Language): Promise<string[]> {
  const { items } = await ask<{ items: { id: string }[] }>(page, 'GET', '/api/approvals/deciders');
  const { id } = await ask<{ id: string }>(page, 'POST', '/api/requests', { customerId, title: 'Ten per cent off the sample', text: 'They would buy two.', amount: 1200, deciderIds: [items[0]?.id] });
  try {
    await page.goto(`/approvals/${id}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    return await look(page, `approval-${language}`);
  } finally {
    await ask(page, 'POST', `/api/approvals/${id}/withdrawal`);
  }
}

/** The card of a contact far ahead with a norm on a channel that no other journey uses, to work from and to print. */
async function lookAtCards(page: Page, language: Language): Promise<string[]> {
  const { channels } = await ask<{ channels: { id: string; key: string }[] }>(page, 'GET', '/api/vocabulary');
  const channelId = channels.find(({ key }) => key === 'fax')?.id;
  const norms = await ask<{ items: { channelId: string | null }[] }>(page, 'GET', '/api/norms');
  const norm = { name: 'Sample faxes', channelId, contactKind: null, checklist: [{ text: 'Sign it', isRequired: true }], script: 'Dear {contact}', dos: [{ text: 'Number the pages' }], donts: [{ text: 'Send at night' }], responseMinutes: 60, isResponseInWorkingTime: true };
  if (!norms.items.some((one) => one.channelId === channelId)) await ask(page, 'POST', '/api/norms', norm);
  const customerId = await makeCustomer(page, `Sample Cards ${language}`);
  const { id } = await ask<{ id: string }>(page, 'POST', '/api/touchpoints', { customerId, channelId, dueOn: dayFromNow(60), purpose: 'Send the price list', talkingPoints: 'Two sizes' });
  const found: string[] = [];
  for (const [name, address] of Object.entries({ 'contact-card': `/contact-cards/${id}`, 'contact-cards': `/contact-cards?ids=${id}`, norms: '/norms' })) {
    await page.goto(address);
    await expect(page.getByText('Sample faxes').first()).toBeVisible();
    found.push(...(await look(page, `${name}-${language}`)));
  }
  return found;
}

/** Two customers with one name side by side, and the page of the one that was merged. */
async function lookAtMerge(page: Page, language: Language): Promise<string[]> {
  const [kept, other] = [await makeCustomer(page, `Sample Twin ${language}`), await makeCustomer(page, `Sample Twin ${language}`)];
  await page.goto(`/customers/${kept}`);
  await page.locator('t-merge-note').getByRole('button').first().click();
  await expect(page.locator('t-merge-moves')).toBeVisible();
  const found = await look(page, `merge-${language}`);
  const { version, otherVersion } = await ask<{ version: number; otherVersion: number }>(page, 'POST', `/api/customers/${kept}/merges/preview`, { otherId: other });
  await ask(page, 'POST', `/api/customers/${kept}/merges`, { otherId: other, take: [], version, otherVersion });
  await page.goto(`/customers/${other}`);
  await expect(page.locator('t-merge-note a')).toBeVisible();
  return [...found, ...(await look(page, `customer-merged-${language}`))];
}

/** What a change of a running plan would do, and the plan's history; nothing is changed. */
async function lookAtChange(page: Page, language: Language): Promise<string[]> {
  const { items } = await ask<{ items: { id: string }[] }>(page, 'GET', '/api/plans?states=running');
  if (!items[0]) return [];
  await page.goto(`/plans/${items[0].id}?tab=history`);
  await expect(page.locator('t-plan-history')).toBeVisible();
  const found = await look(page, `plan-history-${language}`);
  await page.goto(`/plans/${items[0].id}`);
  await page.locator('t-item-card header button').first().click();
  const item = page.locator('t-item-sheet');
  await item.locator('input').first().fill('Another objective');
  found.push(...(await look(page, `plan-item-${language}`)));
  await item.locator('button[matButton="filled"]').click();
  await expect(page.locator('t-consequences')).toBeVisible();
  found.push(...(await look(page, `plan-change-${language}`)));
  return found;
}

async function speak(page: Page, language: Language): Promise<void> {
  await ask(page, 'PATCH', '/api/profile', { language });
}
