import { expect, signIn, test } from './journey';

const MOST_BYTES = 300_000;

test('the first load of My day takes at most 300 kB of compressed JavaScript', async ({ page }) => {
  await signIn(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Map<string, number>();
  const isScript = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, type }) => { if (type === 'Script') isScript.add(requestId); });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (isScript.has(requestId)) scripts.set(requestId, encodedDataLength); });
  await page.reload();
  await page.waitForLoadState('networkidle');
  const total = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
  console.log(`First load of My day: ${(total / 1_000).toFixed(0)} kB of JavaScript over the wire in ${scripts.size} files`);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(MOST_BYTES);
});
