import fs from 'node:fs';

/** Stops the server of the run and removes its folder. */
export default async function teardown(): Promise<void> {
  const { embedded, directory } = globalThis.testDatabase;
  await embedded?.stop();
  if (directory) fs.rmSync(directory, { recursive: true, force: true });
}
