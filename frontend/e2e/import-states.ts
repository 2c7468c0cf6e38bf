import { type Page, expect } from '@playwright/test';
import { ask } from './steps';

const FILE = 'Company;Reference;Since;Colour\nSample Axe Ltd;axe-1;03.02.2025;blue\nSample Axe Fault;axe-2;not a day;red\n';

interface Import { id: string; state: string }

/** Makes an import in each state that has a page of its own: mapping, checked, done; each with a bad row. Answers their identifiers by state. */
export async function prepareImport(page: Page): Promise<Record<'mapping' | 'checked' | 'done', string>> {
  const [mapping, checked, done] = [await upload(page), await upload(page), await upload(page)];
  for (const id of [checked, done]) {
    await put(page, `/api/imports/${id}/mapping`, {
      columns: [{ column: 'Company', to: 'name' }, { column: 'Reference', to: 'externalId' }, { column: 'Since', to: 'knownSinceOn', format: 'D.M.YYYY' }], defaults: { kind: 'organisation' },
    });
    await reach(page, id, 'check', 'checked');
  }
  await reach(page, done, 'run', 'done');
  return { mapping, checked, done };
}

async function upload(page: Page): Promise<string> {
  const file = { name: 'sample-axe.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
  const answer = await page.request.post('/api/imports?kind=customers', { multipart: { file } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as Import).id;
}

async function put(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.put(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

async function reach(page: Page, id: string, step: 'check' | 'run', state: string): Promise<void> {
  await ask(page, 'POST', `/api/imports/${id}/${step}`);
  await expect.poll(async () => (await ask<Import>(page, 'GET', `/api/imports/${id}`)).state, { timeout: 30_000 }).toBe(state);
}
