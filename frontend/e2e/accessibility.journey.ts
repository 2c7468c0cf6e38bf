import fs from 'node:fs';
import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { signIn, test } from './journey';

const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env['TANGENT_PICTURES'];

const PAGES: Readonly<Record<string, string>> = {
  'my-day': '/', customers: '/customers', schedule: '/schedule', reports: '/reports', import: '/import', profile: '/profile', people: '/settings/people',
  teams: '/settings/teams', organisation: '/settings/organisation', calendar: '/settings/calendar', channels: '/settings/channels', fields: '/settings/fields', missing: '/nowhere',
};
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;

for (const language of ['en', 'zh-Hans'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const [size, viewport] of Object.entries(SIZES))
      test(`axe finds nothing on any page: ${language}, ${theme}, ${size}`, async ({ page }) => {
        test.setTimeout(180_000);
        await page.setViewportSize(viewport);
        await signIn(page);
        const answer = await page.request.patch('/api/profile', { data: { language, theme } });
        expect(answer.ok(), await answer.text()).toBe(true);
        const found: string[] = [];
        for (const [name, address] of Object.entries(PAGES)) {
          await page.goto(address);
          found.push(...(await look(page, `${name}-${language}-${theme}-${size}`)));
        }
        await page.goto('/customers');
        await page.locator('a[href^="/customers/0"]').first().click();
        await expect(page.getByRole('article').or(page.getByText(/Nothing has happened|还没有任何记录/)).first()).toBeVisible();
        found.push(...(await look(page, `customer-${language}-${theme}-${size}`)));
        await page.keyboard.press('l');
        await expect(page.getByRole('dialog')).toBeVisible();
        found.push(...(await look(page, `log-${language}-${theme}-${size}`)));
        expect(found).toEqual([]);
      });

test.afterAll(async ({ browser }) => {
  const page = await browser.newPage({ baseURL: process.env['TANGENT_ADDRESS'] });
  await signIn(page);
  await page.request.patch('/api/profile', { data: { language: 'en', theme: 'system' } });
  await page.close();
});

interface Violation { id: string; help: string; nodes: { html: string }[] }

/** What axe finds on the page as it stands; takes a picture where a folder for them is named. */
async function look(page: Page, name: string): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  // The page's own policy forbids inline scripts; evaluate is not bound by it.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run());
  return violations.map(({ id, help, nodes }) => `${name}: ${id} (${help}) ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
