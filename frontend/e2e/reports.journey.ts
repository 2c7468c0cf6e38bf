import fs from 'node:fs';
import { expect, test } from './journey';

test('a report is opened, followed down to its rows, and downloaded', async ({ signedIn: page }) => {
  await page.goto('/reports');
  await page.getByRole('link', { name: /Communications/ }).first().click();
  const table = page.getByRole('region', { name: 'Numbers' });
  await expect(table).toBeVisible();
  const figure = table.getByRole('button', { name: /show the rows/ }).first();
  const count = Number((await figure.innerText()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(0);
  await figure.click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('status')).toHaveText(count === 1 ? '1 row' : `${count} rows`);
  await expect(sheet.getByRole('listitem')).toHaveCount(Math.min(count, 50));

  const ofRows = page.waitForEvent('download');
  await sheet.getByRole('link', { name: 'Download CSV' }).click();
  const rows = fs.readFileSync(await (await ofRows).path(), 'utf8').trim().split(/\r?\n/);
  expect(rows).toHaveLength(count + 1);
  await sheet.getByRole('button', { name: 'Close' }).last().click();

  const ofReport = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  expect(fs.readFileSync(await (await ofReport).path(), 'utf8').trim().split(/\r?\n/).length).toBeGreaterThan(1);
});
