import type { Page } from '@playwright/test';
import { Hand, expect, test } from './journey';
import { choose, makeCustomer, openCustomer } from './steps';

const sheet = { name: 'Log contact' };

test('a contact is logged from My day in three actions', async ({ signedIn: page }) => {
  await page.getByRole('button', { name: 'Sample Today Ltd', exact: true }).focus();
  const hand = new Hand(page);
  await hand.press('l');
  const dialog = page.getByRole('dialog', sheet);
  await expect(dialog.getByRole('radio', { name: 'Reached', exact: true })).toBeChecked();
  await hand.click(dialog.getByRole('button', { name: /^\+3 days/ }));
  await hand.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  expect(hand.actions).toBeLessThanOrEqual(3);
});

test('a contact is logged from anywhere in five actions', async ({ signedIn: page }) => {
  await page.goto('/schedule');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const hand = new Hand(page);
  await hand.press('n');
  const dialog = page.getByRole('dialog', sheet);
  await expect(dialog.getByRole('combobox', { name: 'Customer' })).toBeFocused();
  await hand.type('xiaoming');
  await hand.click(page.getByRole('option', { name: /王小明样例/ }));
  await expect(dialog.getByRole('radio', { name: 'Reached', exact: true })).toBeChecked();
  await hand.click(dialog.getByRole('button', { name: /^\+1 week/ }));
  await hand.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  expect(hand.actions).toBeLessThanOrEqual(5);
});

test('a double click makes one record', async ({ signedIn: page }) => {
  await makeCustomer(page, 'Sample Twice AG');
  await openCustomer(page, 'Sample Twice AG');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', sheet);
  await choose(dialog, 'Phone');
  await choose(dialog, 'Reached');
  await dialog.getByRole('textbox', { name: 'What was said' }).fill('Said twice, kept once.');
  await choose(dialog, 'Cadence decides');
  await dialog.getByRole('button', { name: 'Save' }).dblclick();
  const card = page.getByRole('article').filter({ hasText: 'Said twice, kept once.' });
  await expect(card).toHaveCount(1);
  await page.reload();
  await expect(card).toHaveCount(1);
});

test('undo takes the record back', async ({ signedIn: page }) => {
  await makeCustomer(page, 'Sample Undone AG');
  await openCustomer(page, 'Sample Undone AG');
  await logOnce(page, 'Said by mistake.');
  const card = page.getByRole('article').filter({ hasText: 'Said by mistake.' });
  await expect(card).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(card).toHaveCount(0);
});

test('a draft survives a reload, and a dead network loses nothing', async ({ signedIn: page, context }) => {
  await makeCustomer(page, 'Sample Tunnel KG');
  await openCustomer(page, 'Sample Tunnel KG');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', sheet);
  await choose(dialog, 'Phone');
  await dialog.getByRole('textbox', { name: 'What was said' }).fill('Typed before the reload.');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sample Tunnel KG' })).toBeVisible();
  await page.keyboard.press('l');
  await expect(dialog.getByText('Your draft was kept.')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Phone', exact: true })).toBeChecked();
  await expect(dialog.getByRole('textbox', { name: 'What was said' })).toHaveValue('Typed before the reload.');
  await choose(dialog, 'Reached');
  await choose(dialog, 'Cadence decides');
  await context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert').last()).toBeVisible();
  await context.setOffline(false);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'Typed before the reload.' })).toHaveCount(1);
  await page.keyboard.press('l');
  await expect(dialog.getByRole('textbox', { name: 'What was said' })).toHaveValue('');
});

test('a next step can not be forgotten', async ({ signedIn: page }) => {
  await openCustomer(page, 'Sample Cadence Inc');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', sheet);
  await expect(dialog.getByRole('radio', { name: 'Reached', exact: true })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Choose a date, let the cadence decide, or say why there is no next step.')).toBeVisible();
  await choose(dialog, 'None, because …');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('textbox', { name: 'Why no next step' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Why no next step' }).fill('They asked for a rest.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
});

test('letters typed while a dialog still loads go into it, not to other shortcuts', async ({ signedIn: page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('slow');
  await expect(page.getByRole('combobox', { name: /Customer, phone/ })).toHaveValue('slow');
  await expect(page.getByRole('dialog')).toHaveCount(1);
});

test('keys pressed in a dialog do nothing on the page behind it', async ({ signedIn: page }) => {
  await openCustomer(page, 'Sample Later GmbH');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog');
  await choose(dialog, 'Phone');
  for (const key of ['n', 'e', 'l', '?']) await page.keyboard.press(key);
  await expect(dialog).toHaveCount(1);
});

async function logOnce(page: Page, text: string): Promise<void> {
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', sheet);
  await choose(dialog, 'Phone');
  await choose(dialog, 'Reached');
  await dialog.getByRole('textbox', { name: 'What was said' }).fill(text);
  await choose(dialog, 'Cadence decides');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
}
