var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from "../../kernel/index.js";
const QUARTER_OF_AN_HOUR = 900;
const HOUR = 3_600;
/**
 * Limits how often somebody may guess: per address, per account from one address, and per account from everywhere.
 * Counted in memory: the product is one process, an attacker can not restart it, and a guess then costs no write.
 */
let Attempts = class Attempts {
    constructor() {
        this.byAddress = new RateLimiterMemory({ points: 100, duration: QUARTER_OF_AN_HOUR });
        this.byAccountAndAddress = new RateLimiterMemory({ points: 10, duration: QUARTER_OF_AN_HOUR });
        // Higher, so that a stranger can not easily lock somebody else out.
        this.byAccount = new RateLimiterMemory({ points: 60, duration: HOUR });
    }
    /** Counts an attempt before it is tried, so that many at once do not slip through; 429 `too_many_attempts` when there were too many. */
    async count(account, address) {
        const from = network(address);
        await refuseExcess(this.byAddress.consume(from));
        await refuseExcess(this.byAccountAndAddress.consume(`${account} ${from}`));
        await refuseExcess(this.byAccount.consume(account));
    }
    /** Takes an attempt back that was right. */
    async forgive(account, address) {
        const from = network(address);
        await this.byAccountAndAddress.delete(`${account} ${from}`);
        await this.byAccount.reward(account);
        await this.byAddress.reward(from);
    }
};
Attempts = __decorate([
    Injectable()
], Attempts);
export { Attempts };
async function refuseExcess(consumed) {
    try {
        await consumed;
    }
    catch (reason) {
        if (reason instanceof RateLimiterRes)
            throw tooMany(Math.max(1, Math.ceil(reason.msBeforeNext / 1_000)));
        throw reason;
    }
}
/** An IPv6 customer usually has a whole /64: it counts as one address. */
export function network(address) {
    if (!address.includes(':') || address.startsWith('::ffff:'))
        return address;
    const [head = '', tail] = address.split('::');
    const groups = head === '' ? [] : head.split(':');
    const behind = tail ? tail.split(':') : [];
    const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - behind.length) }, () => '0');
    return [...groups, ...zeros, ...behind].slice(0, 4).join(':');
}
