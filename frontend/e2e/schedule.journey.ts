import { expect, test } from './journey';
import { ask, choose, dayFromNow, makeCustomer } from './steps';

test('an invited manager plans a contact, and moves it in the schedule without dragging', async ({ signedIn: page, browser }) => {
  const { invitationUrl } = await ask<{ invitationUrl: string }>(page, 'POST', '/api/people', {
    name: 'Sample Manager', email: 'manager@example.com', roles: ['manager', 'sales'], dataScope: 'all', language: 'en', timeZone: 'Asia/Shanghai',
  });
  await makeCustomer(page, 'Sample Planned Ltd');
  const context = await browser.newContext({ baseURL: process.env['TANGENT_ADDRESS'] ?? '', locale: 'en-GB', timezoneId: 'Asia/Shanghai' });
  const managers = await context.newPage();
  await managers.goto(new URL(invitationUrl).pathname);
  await managers.getByLabel('Password', { exact: true }).fill('sample words of a manager');
  await managers.getByRole('button', { name: 'Join' }).click();
  await expect(managers.getByRole('heading', { level: 1, name: /My day/ })).toBeVisible();

  await managers.keyboard.press('n');
  const sheet = managers.getByRole('dialog');
  await managers.keyboard.type('Sample Planned');
  await managers.getByRole('option', { name: /Sample Planned Ltd/ }).click();
  await choose(sheet, 'Phone');
  await sheet.getByText('Time, outcome and more').click();
  await sheet.getByRole('textbox', { name: 'Day' }).fill(dayFromNow(1));
  await sheet.getByRole('textbox', { name: 'Subject' }).fill('Talk about the plan');
  await sheet.getByRole('button', { name: 'Plan', exact: true }).click();
  await expect(managers.getByText(/Planned for/)).toBeVisible();

  await managers.goto(`/schedule?view=day&date=${dayFromNow(1)}`);
  const entry = managers.locator('.fc-event').filter({ hasText: 'Sample Planned Ltd' }).or(managers.getByRole('button', { name: /Sample Planned Ltd/ })).first();
  await entry.click();
  await managers.getByRole('dialog').getByRole('button', { name: 'Move to …' }).click();
  const move = managers.getByRole('dialog', { name: 'Move to …' });
  await move.getByRole('textbox', { name: 'Day' }).fill(dayFromNow(6));
  await move.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(managers.getByText(/Moved to/)).toBeVisible();
  await expect(entry).toHaveCount(0);
  await managers.goto(`/schedule?view=agenda&date=${dayFromNow(6)}`);
  await expect(managers.getByRole('button', { name: /Sample Planned Ltd/ })).toBeVisible();
  await context.close();
});
