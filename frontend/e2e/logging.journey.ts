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
