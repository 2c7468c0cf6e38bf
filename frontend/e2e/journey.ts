import { test as base, expect, type Page } from '@playwright/test';
import { ADMINISTRATOR } from './sample';

/** A page at the product's address; `signedIn` is one after sign-in, on My day. */
export const test = base.extend<{ signedIn: Page }>({
  baseURL: async ({}, use) => { await use(process.env['TANGENT_ADDRESS']); },
  signedIn: async ({ page }, use) => {
    await signIn(page);
    await use(page);
  },
});

/** Signs in through the API of the same browser context, which keeps the cookie, and opens My day. */
export async function signIn(page: Page): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { email: ADMINISTRATOR.email, password: ADMINISTRATOR.password } });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** What a person does with hand or keyboard, counted. */
export class Hand {
  actions = 0;

  constructor(private readonly page: Page) {}

  async press(keys: string): Promise<void> {
    this.actions++;
    await this.page.keyboard.press(keys);
  }

  async type(text: string): Promise<void> {
    this.actions++;
    await this.page.keyboard.type(text);
  }

  async click(target: ReturnType<Page['getByRole']>): Promise<void> {
    this.actions++;
    await target.click();
  }
}

export { expect };
