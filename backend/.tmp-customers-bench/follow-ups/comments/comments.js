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
import { DataSource } from 'typeorm';
import { forbidden, notFound } from "../../kernel/index.js";
import { Audit } from "../../platform/audit/audit.js";
import { Clock } from "../../platform/clock.js";
import { rows, statement } from "../../platform/database/statements.js";
import { Transactions } from "../../platform/database/transactions.js";
import { newId } from "../../platform/ids.js";
import { visibleRecords } from "../records.js";
const visible = (actor) => {
    const { sql, values } = visibleRecords(actor, 2);
    const text = `SELECT 1 FROM follow_ups f LEFT JOIN customers c ON c.id = f.customer_id WHERE f.id = $1 AND f.withdrawn_at IS NULL AND ${sql}`;
    return { text: statement('commented_record_visible', text), values };
};
const commentsOf = statement('comments_of_a_record', `SELECT m.id, m.author_id AS "authorId", p.name AS "authorName", m.text, iso(m.created_at) AS "createdAt" FROM comments m JOIN people p ON p.id = m.author_id
   WHERE m.follow_up_id = $1 AND m.withdrawn_at IS NULL ORDER BY m.created_at, m.id`);
const write = statement('comment_written', 'INSERT INTO comments (id, follow_up_id, author_id, text, created_at) VALUES ($1, $2, $3, $4, $5)');
const authorOf = statement('author_of_a_comment', 'SELECT author_id AS "authorId" FROM comments WHERE id = $1 AND follow_up_id = $2 AND withdrawn_at IS NULL');
const withdraw = statement('comment_withdrawn', 'UPDATE comments SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL');
/** Remarks on records, for everybody who sees the record. */
let Comments = class Comments {
    constructor(source, transactions, audit, clock) {
        this.source = source;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }
    /** The remarks on a record, oldest first. */
    async of(actor, followUpId) {
        await this.check(this.source, actor, followUpId);
        return { items: await rows(this.source, commentsOf, [followUpId]) };
    }
    /** Adds one. */
    write(actor, followUpId, text) {
        return this.transactions.run(actor, async (tx) => {
            await this.check(tx, actor, followUpId);
            const [id, createdAt] = [newId(), this.clock.now()];
            await rows(tx, write, [id, followUpId, actor.personId, text, createdAt]);
            await this.audit.record(tx, actor, 'comment.written', followUpId, { commentId: id });
            return { id, authorId: actor.personId, authorName: actor.name, text, createdAt: createdAt.toISOString() };
        });
    }
    /** Takes one back; `only_its_author` may. */
    withdraw(actor, followUpId, id) {
        return this.transactions.run(actor, async (tx) => {
            await this.check(tx, actor, followUpId);
            const [comment] = await rows(tx, authorOf, [id, followUpId]);
            if (!comment)
                throw notFound();
            if (comment.authorId !== actor.personId)
                throw forbidden('only_its_author');
            await rows(tx, withdraw, [id, this.clock.now()]);
            await this.audit.record(tx, actor, 'comment.withdrawn', followUpId, { commentId: id });
        });
    }
    async check(on, actor, followUpId) {
        const { text, values } = visible(actor);
        if ((await rows(on, text, [followUpId, ...values])).length === 0)
            throw notFound();
    }
};
Comments = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Transactions,
        Audit,
        Clock])
], Comments);
export { Comments };
