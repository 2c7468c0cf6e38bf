var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { Refusal } from "../../kernel/index.js";
import { Clock } from "../clock.js";
import { rows, statement } from "./statements.js";
const earlierAnswer = statement('earlier_answer', 'SELECT fingerprint, answer FROM idempotency_keys WHERE person_id = $1 AND key = $2');
const keepAnswer = statement('keep_answer', 'INSERT INTO idempotency_keys (person_id, key, fingerprint, answer, created_at) VALUES ($1, $2, $3, $4, $5)');
const isKeyTaken = (error) => error.constraint === 'one_answer_per_idempotency_key' ||
    (error instanceof QueryFailedError && error.driverError.constraint === 'one_answer_per_idempotency_key');
/** Opens the one transaction of a use case, and makes it happen once per idempotency key. */
let Transactions = class Transactions {
    constructor(source, clock) {
        this.source = source;
        this.clock = clock;
    }
    /**
     * Runs `work` in a transaction. With an idempotency key its answer is stored in that same transaction; a repeated
     * request gets the stored answer, another body under the same key is refused with `idempotency_key_reused` (422).
     */
    async run(requester, work) {
        const { once } = requester;
        if (!once)
            return this.source.transaction(work);
        const earlier = await this.replay(requester.personId, once);
        if (earlier)
            return earlier.answer;
        try {
            return await this.source.transaction(async (tx) => {
                const answer = await work(tx);
                await rows(tx, keepAnswer, [requester.personId, once.key, once.fingerprint, JSON.stringify(answer ?? null), this.clock.now()]);
                return answer;
            });
        }
        catch (error) {
            if (!isKeyTaken(error))
                throw error;
            const winner = await this.replay(requester.personId, once);
            if (winner)
                return winner.answer;
            throw error;
        }
    }
    async replay(personId, once) {
        const [kept] = await rows(this.source, earlierAnswer, [personId, once.key]);
        if (!kept)
            return null;
        if (!kept.fingerprint.equals(once.fingerprint))
            throw new Refusal('idempotency_key_reused', 422);
        return { answer: kept.answer };
    }
};
Transactions = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], Transactions);
export { Transactions };
