import { expect, test } from './journey';
import { ADMINISTRATOR } from './sample';
import { choose, makeCustomer, openCustomer } from './steps';

test('the language changes without a reload, and nothing stays behind in the old one', async ({ signedIn: page }) => {
  await page.goto('/profile');
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  await page.evaluate(() => { (window as unknown as { sameDocument: boolean }).sameDocument = true; });
  const profile = page.getByRole('main');
  await profile.getByText('简体中文', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '个人设置' }).or(page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Profile' }))).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  const words = await page.locator('body').innerText();
  expect(words).not.toMatch(/\b(Save|Theme|Settings|Customers|Password)\b/);
  await profile.getByText('繁體中文', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await profile.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { sameDocument?: boolean }).sameDocument)).toBe(true);
});

test('a session that ends in the middle of the log sheet costs nothing that was typed', async ({ signedIn: page, context }) => {
  await makeCustomer(page, 'Sample Expired SE');
  await openCustomer(page, 'Sample Expired SE');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Log contact' });
  await choose(dialog, 'Phone');
  await choose(dialog, 'Reached');
  await dialog.getByRole('textbox', { name: 'What was said' }).fill('Typed before the session ended.');
  await choose(dialog, 'Cadence decides');
  await context.clearCookies();
  await page.keyboard.press('Control+Enter');
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await again.getByLabel('Password').fill('not the password');
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again.getByRole('alert')).toBeVisible();
  await again.getByLabel('Password').fill(ADMINISTRATOR.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'Typed before the session ended.' })).toHaveCount(1);
});
