import { type Browser, type Locator, type Page, expect } from '@playwright/test';

/** Finds a customer with the command palette, as a person does, and opens its page. */
export async function openCustomer(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.getByRole('option', { name: new RegExp(name) }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Chooses one of a row of choices by its words; the radio itself is hidden behind them. */
export async function choose(within: Locator, words: string): Promise<void> {
  await within.getByText(words, { exact: true }).click();
  await expect(within.getByRole('radio', { name: words, exact: true })).toBeChecked();
}

/** Asks the API in the name of whoever is signed in on the page; for what a journey takes as given. */
export async function ask<T>(page: Page, method: 'GET' | 'POST' | 'PATCH', path: string, data?: object): Promise<T> {
  const answer = await page.request.fetch(path, { method, ...(data ? { data } : {}) });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** Makes a customer of one's own for a journey, so that journeys do not meet. */
export async function makeCustomer(page: Page, name: string): Promise<string> {
  const { id } = await ask<{ id: string }>(page, 'POST', '/api/customers', { name, kind: 'organisation' });
  return id;
}

/** A day from now where the people of the sample company are, as the API writes it. */
export const dayFromNow = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** Somebody who is invited, joins at once and is signed in on a page of their own. */
export async function join(page: Page, browser: Browser, { viewport, ...given }: { name: string; roles: string[]; dataScope: string; reportsToId?: string; viewport?: { width: number; height: number } }): Promise<{ id: string; page: Page }> {
  const email = `${given.name.toLowerCase().replaceAll(' ', '.')}@example.com`;
  const { person, invitationUrl } = await ask<{ person: { id: string }; invitationUrl: string }>(page, 'POST', '/api/people', { ...given, email, language: 'en', timeZone: 'Asia/Shanghai' });
  const context = await browser.newContext({ baseURL: process.env['TANGENT_ADDRESS'] ?? '', locale: 'en-GB', timezoneId: 'Asia/Shanghai', ...(viewport && { viewport }) });
  const theirs = await context.newPage();
  const path = new URL(invitationUrl).pathname;
  await ask(theirs, 'POST', `/api/invitations/${path.split('/').at(-1) ?? ''}/acceptance`, { name: given.name, password: 'sample words for the journeys', language: 'en', timeZone: 'Asia/Shanghai' });
  await theirs.goto('/');
  await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
  return { id: person.id, page: theirs };
}
