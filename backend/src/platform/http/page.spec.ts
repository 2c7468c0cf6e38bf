import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Response } from 'light-my-request';
import { World } from '../../../test/world.ts';

describe('the page', () => {
  let world: World;
  let directory: string;
  const build = (hash: string): void => {
    fs.rmSync(path.join(directory, 'browser'), { recursive: true, force: true });
    fs.mkdirSync(path.join(directory, 'browser/media'), { recursive: true });
    fs.writeFileSync(path.join(directory, 'browser/index.html'), `<script src="main-${hash}.js"></script>`);
    fs.writeFileSync(path.join(directory, `browser/main-${hash}.js`), `console.log('${hash}')`);
    fs.writeFileSync(path.join(directory, 'browser/media/icon.svg'), '<svg/>');
  };
  beforeAll(async () => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tangent-page-'));
    fs.writeFileSync(path.join(directory, 'secret.txt'), 'secret');
    build('AAAAAAA1');
    world = await World.open({ config: { pageDirectory: path.join(directory, 'browser') } });
  });
  afterAll(async () => {
    await world.close();
    fs.rmSync(directory, { recursive: true });
  });
  const get = (url: string): Promise<Response> => world.anonymous({ method: 'GET', url });
  const caching = ({ headers }: Response): unknown => headers['cache-control'];

  it('is asked for anew each time, and its hashed files never', async () => {
    for (const url of ['/', '/index.html', '/customers/12?tab=plans', '/apiary']) expect([(await get(url)).body, caching(await get(url))]).toEqual([expect.stringContaining('main-AAAAAAA1.js'), 'no-cache']);
    const script = await get('/main-AAAAAAA1.js');
    expect([script.statusCode, script.headers['content-type'], caching(script)]).toEqual([200, expect.stringContaining('javascript'), 'public, max-age=31536000, immutable']);
    expect([(await get('/media/icon.svg')).statusCode, caching(await get('/media/icon.svg'))]).toEqual([200, 'no-cache']);
  });

  it('comes whole after it was built anew under the running server', async () => {
    build('BBBBBBB2');
    expect((await get('/')).body).toContain('main-BBBBBBB2.js');
    expect((await get('/main-BBBBBBB2.js')).body).toContain('BBBBBBB2');
    const gone = await get('/main-AAAAAAA1.js');
    expect([gone.statusCode, gone.headers['content-type'], caching(gone)]).toEqual([404, expect.stringContaining('problem+json'), 'no-store']);
  });

  it('gives nothing out that lies outside of it', async () => {
    for (const url of ['/../secret.txt', '/%2e%2e/secret.txt', '/media/..%2f..%2fsecret.txt', '/media/../../secret.txt', '/api/nothing.js', '/media/x.svg/..']) {
      const answer = await get(url);
      expect(answer.body).not.toBe('secret');
      expect([url, answer.statusCode >= 400 || answer.body.includes('main-')]).toEqual([url, true]);
    }
    expect((await get('/api/nothing')).headers['content-type']).toContain('problem+json');
  });
});
