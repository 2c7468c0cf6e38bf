import type { Browser, Locator, Page } from '@playwright/test';
import { expect, test } from './journey';
import { ask, choose, dayFromNow, join } from './steps';

interface Touchpoints { items: { id: string; dueOn: string; purpose: string }[] }

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`a plan is written, returned, mended, approved and kept: ${size}`, async ({ signedIn: page, browser }) => {
    test.setTimeout(180_000);
    const people = await team(page, browser, size, viewport);
    const { planner, approver, seller } = people;
    const customerIds = await audience(planner, seller, size);
    const name = `Sample Plan ${size}`;

    await begin(planner, name);
    await addItem(planner, { objective: 'Sample monthly call', repeat: 'Monthly', channel: 'Phone', place: 'By phone', size });
    await addItem(planner, { objective: 'Sample visit', repeat: 'Once', on: dayFromNow(20), channel: 'Visit', place: 'At their office', size });
    await planner.getByRole('button', { name: new RegExp(`Sample audience ${size}`) }).first().click();
    await expect(planner.getByRole('dialog').getByRole('link', { name: /Sample Kept/ })).toHaveCount(2);
    await planner.keyboard.press('Escape');
    await tab(planner, 'Feasibility');
    await expect(planner.getByText('Load by person and week')).toBeVisible();
    await submit(planner);

    await approver.goto('/approvals');
    await approver.getByRole('link', { name }).click();
    await expect(approver.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(approver.getByRole('heading', { level: 3, name: 'Sample visit' })).toBeVisible();
    await approver.getByRole('main').getByRole('link', { name: 'Open the plan' }).click();
    await expect(approver).toHaveURL(/\/plans\//);
    await approver.getByRole('button', { name: 'Return', exact: true }).click();
    const returning = approver.getByRole('dialog');
    await returning.getByRole('textbox', { name: 'What should change' }).fill('Say what the visit is about.');
    await returning.getByRole('button', { name: 'Return', exact: true }).click();
    await expect(approver.getByText('Returned', { exact: true }).first()).toBeVisible();

    await planner.reload();
    await expect(planner.getByText('Say what the visit is about.')).toBeVisible();
    await tab(planner, 'Items');
    await planner.getByRole('button', { name: 'Edit Sample visit' }).click();
    const item = planner.getByRole('dialog');
    await item.getByRole('textbox', { name: 'Content' }).fill('Look at the new model together');
    await item.getByRole('button', { name: 'Save' }).click();
    await expect(planner.getByText('Look at the new model together')).toBeVisible();
    await submit(planner);

    await approver.reload();
    await tab(approver, 'History');
    await expect(approver.locator('ins').filter({ hasText: 'Look at the new model together' })).toBeVisible();
    await approver.getByRole('button', { name: 'Approve', exact: true }).click();
    await approver.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(approver.getByText('Approved', { exact: true }).first()).toBeVisible();

    await planner.reload();
    await tab(planner, 'Progress');
    await expect(figure(planner, 'Planned')).toContainText('8', { timeout: 20_000 });
    await expect(figure(planner, 'Kept')).toContainText('0');
    await planner.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(planner.getByText('Running', { exact: true }).first()).toBeVisible();

    const [customerId = ''] = customerIds;
    const { items } = await ask<Touchpoints>(seller, 'GET', `/api/customers/${customerId}/touchpoints?state=scheduled`);
    const first = items.map(({ dueOn }) => dueOn).sort()[0] ?? '';
    await seller.goto(`/schedule?view=agenda&date=${first}`);
    await expect(seller.getByText(/Sample Kept One/).first()).toBeVisible();
    await seller.goto(`/customers/${customerId}`);
    await expect(seller.getByRole('heading', { level: 1, name: /Sample Kept One/ })).toBeVisible();
    await logContact(seller);

    await planner.reload();
    await expect(figure(planner, 'Kept')).toContainText('1');
    await expect(figure(planner, 'Planned')).toContainText('8');
    for (const one of [planner, approver, seller]) await one.context().close();
  });
}

/** A manager who plans, the one above who decides, and a seller of the planner. */
async function team(page: Page, browser: Browser, size: string, viewport: { width: number; height: number }): Promise<Record<'planner' | 'approver' | 'seller', Page>> {
  const approver = await join(page, browser, { name: `Sample Approver ${size}`, roles: ['manager'], dataScope: 'all', viewport });
  const planner = await join(page, browser, { name: `Sample Planner ${size}`, roles: ['manager'], dataScope: 'reports', reportsToId: approver.id, viewport });
  const seller = await join(page, browser, { name: `Sample Seller ${size}`, roles: ['sales'], dataScope: 'own', reportsToId: planner.id, viewport });
  await planner.page.reload();
  return { planner: planner.page, approver: approver.page, seller: seller.page };
}

/** Two customers of the seller, and the planner's saved view of them. */
async function audience(planner: Page, seller: Page, size: string): Promise<string[]> {
  const customer = (name: string) => ask<{ id: string }>(seller, 'POST', '/api/customers', { name, kind: 'organisation', region: `Sample region ${size}` });
  const made = [await customer(`Sample Kept One ${size}`), await customer(`Sample Kept Two ${size}`)];
  await ask(planner, 'POST', '/api/segments', { name: `Sample audience ${size}`, filter: { regions: [`Sample region ${size}`] } });
  return made.map(({ id }) => id);
}

async function begin(planner: Page, name: string): Promise<void> {
  await planner.goto('/plans');
  await planner.getByRole('button', { name: 'New plan' }).first().click();
  const sheet = planner.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Name' }).fill(name);
  await sheet.getByRole('textbox', { name: 'First day' }).fill(dayFromNow(0));
  await sheet.getByRole('textbox', { name: 'Last day' }).fill(dayFromNow(70));
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(planner.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function addItem(planner: Page, { objective, repeat, on, channel, place, size }: { objective: string; repeat: string; on?: string; channel: string; place: string; size: string }): Promise<void> {
  await planner.getByRole('button', { name: 'Add item' }).click();
  const sheet = planner.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Objective' }).fill(objective);
  await choose(sheet, repeat);
  if (on) await sheet.getByRole('textbox', { name: 'Day', exact: true }).fill(on);
  await select(planner, sheet, 'View, list or sample', `Sample audience ${size}`);
  await expect(sheet.getByText('2 customers')).toBeVisible();
  await select(planner, sheet, 'Channel', channel);
  await sheet.getByRole('textbox', { name: 'Place' }).fill(place);
  await sheet.getByRole('textbox', { name: 'Content' }).fill('What is new');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(planner.getByRole('heading', { level: 2, name: objective })).toBeVisible();
}

async function select(page: Page, sheet: Locator, label: string, option: string): Promise<void> {
  await sheet.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
}

async function tab(page: Page, words: string): Promise<void> {
  await choose(page.getByRole('main'), words);
}

async function submit(planner: Page): Promise<void> {
  await planner.getByRole('button', { name: 'Submit', exact: true }).click();
  await planner.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(planner.getByText('Submitted', { exact: true }).first()).toBeVisible();
}

const figure = (page: Page, words: string): Locator => page.getByRole('listitem').filter({ hasText: new RegExp(`^\\s*\\d+\\s*${words}`) });

async function logContact(seller: Page): Promise<void> {
  await seller.getByRole('button', { name: 'Log contact' }).first().click();
  const dialog = seller.getByRole('dialog', { name: 'Log contact' });
  await choose(dialog, 'Phone');
  await choose(dialog, 'Reached');
  await choose(dialog, 'Cadence decides');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(seller.getByText('Contact logged')).toBeVisible();
}
