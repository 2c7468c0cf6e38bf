import type { Response } from 'light-my-request';
import type { TestActor } from '../../test/world.ts';
import type { ImportView } from './imports.dto.ts';
import type { Mapping } from './mapping/mapping.rules.ts';

const BOUNDARY = 'a-line-that-is-in-no-file';

/** Uploads a file as a browser does. */
export function upload(actor: TestActor, kind: string, content: string | Buffer, fileName = 'file.csv'): Promise<Response> {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content as string), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return actor.call('POST', `/api/imports?kind=${kind}`, body, { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` });
}

/** Waits until background work has brought the import somewhere. */
export async function settled(actor: TestActor, id: string): Promise<ImportView> {
  for (let i = 0; i < 300; i++) {
    const view = (await actor.get(`/api/imports/${id}`)).json<ImportView>();
    if (!['checking', 'running', 'undoing'].includes(view.state)) return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the import does not come to an end');
}

/** Uploads, maps and checks a file. */
export async function checked(actor: TestActor, kind: string, content: string | Buffer, mapping: Partial<Mapping>): Promise<ImportView> {
  const { id } = (await upload(actor, kind, content)).json<ImportView>();
  const answer = await actor.put(`/api/imports/${id}/mapping`, { columns: [], ...mapping });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  await actor.post(`/api/imports/${id}/check`);
  return settled(actor, id);
}

/** Uploads, maps, checks and runs a file. */
export async function imported(actor: TestActor, kind: string, content: string | Buffer, mapping: Partial<Mapping>): Promise<ImportView> {
  const { id } = await checked(actor, kind, content, mapping);
  const answer = await actor.post(`/api/imports/${id}/run`);
  if (answer.statusCode !== 202) throw new Error(answer.body);
  return settled(actor, id);
}

/** Takes an import back, or waits for the end of an undo that was begun, and answers the import afterwards. */
export async function undone(actor: TestActor, id: string, isBegun = false): Promise<ImportView> {
  const answer = isBegun ? null : await actor.post(`/api/imports/${id}/undo`);
  if (answer && answer.statusCode !== 202) throw new Error(answer.body);
  return settled(actor, id);
}
