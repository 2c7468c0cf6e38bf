import { Hand, expect, test } from './journey';

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

test('a double click makes one record, and undo takes it back', async ({ signedIn: page }) => {
  await open(page, 'Sample Later GmbH');
  const cards = page.getByRole('article');
  const before = await cards.count();
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', sheet);
  await dialog.getByRole('textbox', { name: 'What was said' }).fill('Said twice, kept once.');
  await dialog.getByRole('radio', { name: 'Cadence decides' }).check();
  await dialog.getByRole('button', { name: 'Save' }).dblclick();
  await expect(cards).toHaveCount(before + 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cards).toHaveCount(before);
});

test('a draft survives a reload, and a dead network loses nothing', async ({ signedIn: page, context }) => {
  await open(page, 'Sample Cadence Inc');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', sheet);
  await dialog.getByRole('textbox', { name: 'What was said' }).fill('Typed before the reload.');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sample Cadence Inc' })).toBeVisible();
  await page.keyboard.press('l');
  await expect(dialog.getByRole('textbox', { name: 'What was said' })).toHaveValue('Typed before the reload.');
  await dialog.getByRole('radio', { name: 'Cadence decides' }).check();
  await context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert').last()).toBeVisible();
  await context.setOffline(false);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Contact logged')).toBeVisible();
  await expect(page.getByText('Typed before the reload.')).toHaveCount(1);
});

test('a next step can not be forgotten', async ({ signedIn: page }) => {
  await open(page, 'Sample Cadence Inc');
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', sheet);
  await expect(dialog.getByRole('radio', { name: 'Reached', exact: true })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Choose a date, let the cadence decide, or say why there is no next step.')).toBeVisible();
});

async function open(page: import('@playwright/test').Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.getByRole('option', { name: new RegExp(name) }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}
