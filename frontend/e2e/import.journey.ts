import fs from 'node:fs';
import { expect, test } from './journey';

const FILE = `Company;Telephone;Reference;Since;Remark
Sample Import Nord;+49 40 5550101;imp-1;03.02.2025;Asked for a sample
样例进口公司;13900139001;imp-2;04.02.2025;请寄样例
Sample Import Fault;+49 40 5550103;imp-3;not a day;Bad date
`;

test('a small file is mapped, checked and imported, and its bad row comes back with the reason', async ({ signedIn: page }) => {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles({ name: 'sample-customers.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await expect(page.getByRole('heading', { level: 1, name: 'sample-customers.csv' })).toBeVisible();
  await expect(page.getByText('Sample Import Nord', { exact: false }).first()).toBeVisible();
  const columns: Record<string, string> = { Company: 'Name', Telephone: 'Phone', Reference: 'Id in the other system', Since: 'First known on', Remark: 'Note' };
  for (const [column, target] of Object.entries(columns)) {
    await page.getByRole('combobox', { name: `${column} goes to` }).click();
    await page.getByRole('option', { name: target, exact: true }).click();
  }
  await page.getByRole('combobox', { name: 'Date format' }).click();
  await page.getByRole('option', { name: 'D.M.YYYY' }).click();
  await page.getByRole('combobox', { name: 'Person or organisation' }).click();
  await page.getByRole('option', { name: 'Organisation', exact: true }).click();

  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByText('Nothing has been changed yet.', { exact: false })).toBeVisible();
  await expect(page.getByText('1 row with errors is left out.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download with reasons' }).click();
  const issues = fs.readFileSync(await (await download).path(), 'utf8');
  expect(issues).toMatch(/^4,Since,not a day,/m);

  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('The import is over.', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Show the customers' }).click();
  await expect(page.getByRole('link', { name: '样例进口公司' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sample Import Nord' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sample Import Fault' })).toHaveCount(0);
});

test('a file that only looks like a spreadsheet is refused in plain words', async ({ signedIn: page }) => {
  await page.goto('/import');
  await page.locator('input[type=file]').setInputFiles({ name: 'sample.xlsx', mimeType: 'text/csv', buffer: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]) });
  await expect(page.getByRole('alert')).toHaveText('This file can not be read as a spreadsheet: it is damaged, or something else.');
});
