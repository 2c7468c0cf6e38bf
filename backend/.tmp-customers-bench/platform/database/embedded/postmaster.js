import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
const pidFile = (directory) => join(directory, 'postmaster.pid');
/** Finds the living server of a data folder; undefined when none runs, even if a crash left the pid file behind. */
export function livingPostmaster(directory) {
    const lines = readIfThere(pidFile(directory))
        ?.split('\n')
        .map((line) => line.trim());
    const pid = Number(lines?.[0]);
    if (!lines || !(pid > 1) || !isAlive(pid) || !isPostgres(pid))
        return undefined;
    const status = (lines[7] || 'starting');
    return { pid, port: Number(lines[3]), status };
}
/**
 * Removes the pid file of a server that is gone. The server itself would refuse to start while that number belongs to
 * another program or to a dead process that nobody buried. Leftover backends of a killed server stay safe: the new
 * server still refuses to start while their shared memory is in use, and the start is tried again.
 */
export function removeStalePidFile(directory) {
    if (!livingPostmaster(directory))
        rmSync(pidFile(directory), { force: true });
}
/** Tells whether a process exists and is not merely waiting to be buried. */
export function isAlive(pid) {
    if (process.platform === 'linux')
        return !['Z', 'X', undefined].includes(linuxProcess(pid)?.state);
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
function isPostgres(pid) {
    if (process.platform === 'linux')
        return linuxProcess(pid)?.name === 'postgres';
    const [command, args] = process.platform === 'win32'
        ? ['tasklist', ['/NH', '/FI', `PID eq ${String(pid)}`]]
        : ['ps', ['-o', 'comm=', '-p', String(pid)]];
    try {
        return execFileSync(command, args, { encoding: 'utf8', windowsHide: true }).includes('postgres');
    }
    catch {
        return false;
    }
}
function linuxProcess(pid) {
    const match = /\((.*)\) (\w)/s.exec(readIfThere(`/proc/${String(pid)}/stat`) ?? '');
    return match ? { name: match[1] ?? '', state: match[2] ?? '' } : undefined;
}
function readIfThere(file) {
    try {
        return readFileSync(file, 'utf8');
    }
    catch (error) {
        if (['ENOENT', 'ESRCH'].includes(error.code ?? ''))
            return undefined;
        throw error;
    }
}
