import { randomInt } from 'node:crypto';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { emailOf } from "./people.js";
// Without the letters and digits that are read wrongly from a console.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 5;
/** A random password that can be typed from a console: 74 random bits. */
export const newPassword = () => Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join('-');
/** The accounts with their passwords as a table for the console; names come last, because Chinese ones are wider than they are long. */
export function accountsTable(people, passwords) {
    const table = people.map((person) => [emailOf(person), passwords.get(person.key) ?? '', person.roles.join(', '), person.scope, person.name]);
    const lines = [['E-MAIL', 'PASSWORD', 'ROLES', 'SEES', 'NAME'], ...table];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
    return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
/** Where the accounts of the sample company are written down. */
export const accountsFileIn = (dataDirectory) => path.join(dataDirectory, 'sample-accounts.txt');
/** Writes the accounts into a file that only its owner can read. */
export async function writeAccounts(file, table) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `Accounts of Tangent's sample company. Delete this file when you have changed the passwords.\n\n${table}\n`, { mode: 0o600 });
    await chmod(file, 0o600);
}
/** Whether the file is still there. */
export const hasAccounts = async (file) => stat(file).then(() => true, () => false);
