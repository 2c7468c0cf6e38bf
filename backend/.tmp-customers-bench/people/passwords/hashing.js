var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { unavailable } from "../../kernel/index.js";
const derive = promisify(argon2);
/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
const SALT_BYTES = 16;
/** At most so many at once: 38 MiB, and half of the threads that files and DNS need as well. */
const AT_ONCE = 2;
const WAITING_AT_MOST = 100;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,88})\$([A-Za-z0-9+/]{22,88})$/;
const unpadded = (bytes) => bytes.toString('base64').replace(/=+$/, '');
/** Makes and checks password hashes (argon2id in PHC form), a few at a time. */
let PasswordHashing = class PasswordHashing {
    constructor() {
        this.running = 0;
        this.waiting = [];
    }
    /** The text to store for a password; 503 `unavailable` when far too many wait. */
    async hash(password) {
        const nonce = randomBytes(SALT_BYTES);
        const tag = await this.derive(password, { ...COST, nonce, tagLength: TAG_BYTES });
        const { memory, passes, parallelism } = COST;
        return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
    }
    /** Whether the password is the one behind the hash; without a hash it takes the same time and says no. */
    async matches(password, hash) {
        const [, m, t, p, salt, expected] = PHC.exec(hash ?? (await this.anyHash())) ?? [];
        if (!m || !t || !p || !salt || !expected)
            throw new Error('a stored password hash is damaged');
        const tag = Buffer.from(expected, 'base64');
        const cost = { memory: Number(m), passes: Number(t), parallelism: Number(p) };
        const found = await this.derive(password, { ...cost, nonce: Buffer.from(salt, 'base64'), tagLength: tag.length });
        return timingSafeEqual(found, tag) && hash !== null;
    }
    anyHash() {
        return (this.dummy ??= this.hash(randomBytes(SALT_BYTES).toString('hex')));
    }
    async derive(password, parameters) {
        await this.turn();
        try {
            // The same letters typed on another keyboard may be composed differently.
            return await derive('argon2id', { ...parameters, message: password.normalize('NFC') });
        }
        finally {
            const next = this.waiting.shift();
            if (next)
                next();
            else
                this.running -= 1;
        }
    }
    async turn() {
        if (this.running < AT_ONCE) {
            this.running += 1;
            return;
        }
        if (this.waiting.length >= WAITING_AT_MOST)
            throw unavailable();
        await new Promise((go) => this.waiting.push(go));
    }
};
PasswordHashing = __decorate([
    Injectable()
], PasswordHashing);
export { PasswordHashing };
