/** Finds a Chromium for the browser tests: the one that is named, one of this machine, or one out of an npm package. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { modules, productNode, root } from './workspace.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
];

export const howToGetABrowser = `Install one, for example by "apt-get install chromium fonts-noto-cjk",
or name one that you have: CHROMIUM_PATH=/path/to/chrome npm test`;

/** The path of a browser that starts; undefined when none can be had. A wrong CHROMIUM_PATH is an error. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find(
    existsSync,
  );
  return installed ?? packagedBrowser();
}

/** The Chromium of an npm package, unpacked once; it is for Linux on x64 alone. */
function packagedBrowser() {
  const home = join(modules, '@sparticuz/chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(home)) return undefined;
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const folder = join(root, '.cache', `chromium-${version}`);
  const program = join(folder, 'start');
  if (!existsSync(program)) unpack(home, folder);
  return spawnSync(program, ['--version']).status === 0 ? program : undefined;
}

/** Unpacks beside the place and moves there when complete, for the package unpacks into the temporary folder only. */
function unpack(home, folder) {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const script = `
    import { inflate } from '@sparticuz/chromium';
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(${JSON.stringify(join(home, 'bin'))} + '/' + name);`;
  const env = { ...process.env, TMPDIR: unfinished };
  const { status } = spawnSync(productNode(), ['--input-type=module', '-e', script], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  if (status === 0) {
    chmodSync(join(unfinished, 'chromium'), 0o755);
    writeFileSync(join(unfinished, 'fonts/fonts.conf'), fontConfiguration(folder));
    writeFileSync(join(unfinished, 'start'), startScript(folder), { mode: 0o755 });
    renameSync(unfinished, folder);
  }
  rmSync(unfinished, { recursive: true, force: true });
}

const fontConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fontcache</cachedir>
</fontconfig>
`;

/** The package brings the libraries and fonts that a bare machine lacks; a script of one line lets it find them. */
const startScript = (folder) => `#!/bin/sh
export FONTCONFIG_PATH='${folder}/fonts'
export LD_LIBRARY_PATH='${folder}/al2023/lib':"$LD_LIBRARY_PATH"
exec '${folder}/chromium' --no-sandbox --no-zygote --disable-gpu --font-render-hinting=none "$@"
`;
