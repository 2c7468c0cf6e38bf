import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { giveToFolderOwner } from "./owner.js";
/** Thrown when another running product holds the data folder; says who and, if known, at which address. */
export class AlreadyRunning extends Error {
    constructor(directory, pid, address) {
        const where = address ? ` at ${address}` : ', it is still starting';
        super(`Tangent is already running with the data in ${directory}${where} (process ${String(pid ?? 'unknown')}).`);
        this.name = 'AlreadyRunning';
        this.address = address;
    }
}
/**
 * Takes a data folder for this process. The hold is a file lock of the operating system (through SQLite, which does it
 * the same way on every system): it ends with the process, however that dies, so no stale lock is ever left.
 */
export function holdFolder(directory) {
    const file = `${directory}.lock`;
    const note = `${file}.json`;
    const lock = new DatabaseSync(file, { timeout: 0 });
    try {
        lock.exec('BEGIN EXCLUSIVE');
    }
    catch (error) {
        lock.close();
        if (error.errcode !== 5)
            throw error;
        const { pid, address } = readNote(note);
        throw new AlreadyRunning(directory, pid, address);
    }
    const write = (address) => {
        writeFileSync(note, JSON.stringify({ pid: process.pid, address }));
        giveToFolderOwner(note);
    };
    giveToFolderOwner(file);
    write();
    return {
        announce: write,
        release: () => {
            if (!lock.isOpen)
                return;
            rmSync(note, { force: true });
            lock.close();
        },
    };
}
function readNote(file) {
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    }
    catch {
        return {};
    }
}
