import { setTimeout as pause } from 'node:timers/promises';
import { backOff, supervise, type ServerChange } from './supervisor.ts';

it.each([
  [1, 0],
  [2, 200],
  [3, 400],
  [7, 6_400],
  [8, 10_000],
  [60, 10_000],
])('waits before try %i for %i milliseconds', (attempt, milliseconds) => {
  expect(backOff(attempt)).toBe(milliseconds);
});

it('tries until the restart succeeds and tells why each try failed', async () => {
  const changes: ServerChange[] = [];
  let up = false;
  let tries = 0;
  const end = supervise({
    isUp: () => up,
    restart: () => {
      tries++;
      if (tries < 3) return Promise.reject(new Error(`disk full ${String(tries)}`));
      up = true;
      return Promise.resolve();
    },
    tell: (change) => changes.push(change),
  });
  while (tries < 3) await pause(50);
  await end();
  expect(changes).toEqual([
    { state: 'down', attempt: 0 },
    { state: 'failed', attempt: 1, reason: 'disk full 1' },
    { state: 'failed', attempt: 2, reason: 'disk full 2' },
    { state: 'up', attempt: 3 },
  ]);
});
