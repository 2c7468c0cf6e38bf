import { spawn } from 'node:child_process';
const onWindows = process.platform === 'win32';
/** Runs a program to its end without blocking the product; a program that can not be started counts as failed. */
export function run(command, args, options = {}) {
    const { account, directory, input } = options;
    return new Promise((resolve) => {
        const child = spawn(command, [...args], {
            cwd: directory,
            env: plainEnvironment(),
            // A server started on Windows inherits the pipes and would keep them open for ever.
            stdio: onWindows && input === undefined ? 'ignore' : 'pipe',
            windowsHide: true,
            ...(account && { uid: account.uid, gid: account.gid }),
        });
        let output = '';
        const keep = (text) => void (output += text.toString());
        child.stdout?.on('data', keep);
        child.stderr?.on('data', keep);
        child.stdin?.on('error', () => undefined).end(input ?? '');
        child.once('error', (error) => resolve({ code: null, output: error.message }));
        child.once('close', (code) => resolve({ code, output }));
    });
}
/** The server answers in English and UTC, and no PG… variable of the person's shell changes what it does. */
function plainEnvironment() {
    const kept = onWindows ? Object.entries(process.env).filter(([name]) => !/^PG/i.test(name)) : [];
    return { ...Object.fromEntries(kept), PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' };
}
