import type { Page } from '@playwright/test';
import { expect, test } from './journey';
import { ask, choose, dayFromNow, makeCustomer } from './steps';

const NAMES = ['Sample Queue One', 'Sample Queue Two', 'Sample Queue Three'];

/** Three contacts due today, so that there is something to walk through. */
async function fillDay(page: Page, tail: string): Promise<void> {
  for (const name of NAMES) {
    const customerId = await makeCustomer(page, `${name} ${tail}`);
    await ask(page, 'POST', '/api/touchpoints', { customerId, dueOn: dayFromNow(0), purpose: 'Walk through the queue' });
  }
  await page.reload();
}

const current = (page: Page) => page.locator('[aria-current=true]');

test('My day is worked through with keys alone', async ({ signedIn: page }) => {
  await fillDay(page, 'wide');
  await expect(current(page)).toHaveCount(1);
  const walked: string[] = [];
  for (let step = 0; step < 3; step++) {
    walked.push(await current(page).innerText());
    await page.keyboard.press('j');
  }
  expect(new Set(walked).size).toBe(3);
  await page.keyboard.press('k');
  await expect(current(page)).toHaveText(walked[2] ?? '');

  const row = page.getByRole('button', { name: 'Sample Queue One wide', exact: true });
  await row.focus();
  await expect(page.getByRole('complementary', { name: 'Customer brief' })).toContainText('Sample Queue One wide');
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('button', { name: /^\+3 days/ }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Planned for/)).toBeVisible();
  await expect(row).toHaveCount(0);

  await page.getByRole('button', { name: 'Sample Queue Two wide', exact: true }).focus();
  await page.keyboard.press('x');
  await expect(current(page)).not.toHaveText('Sample Queue Two wide');
  await page.getByRole('button', { name: 'Sample Queue Three wide', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sample Queue Three wide' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: /My day/ })).toBeVisible();
});

test('on a phone My day is worked through one customer at a time', async ({ signedIn: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await fillDay(page, 'phone');
  await page.getByRole('button', { name: 'Work through' }).click();
  const brief = page.getByRole('complementary', { name: 'Customer brief' });
  const title = brief.getByRole('heading', { level: 2 }).first();
  await expect(title).toBeVisible();
  for (let left = 30; left > 0 && !(await title.innerText()).includes('phone'); left--) await brief.getByRole('button', { name: 'Next', exact: true }).click();
  const name = await title.innerText();
  await brief.getByRole('button', { name: 'Log contact' }).click();
  const dialog = page.getByRole('dialog', { name: 'Log contact' });
  await expect(dialog).toContainText(name);
  await choose(dialog, 'Phone');
  await choose(dialog, 'Reached');
  await choose(dialog, 'Cadence decides');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Contact logged')).toBeVisible();
  await expect(title).not.toHaveText(name);
  await brief.getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.getByRole('button', { name: 'Work through' })).toBeVisible();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});
