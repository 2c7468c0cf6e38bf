import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { forbidden, notFound } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { visibleRecords } from '../records.ts';
import type { CommentView, CommentsView } from './comments.dto.ts';

const visible = (actor: Actor) => {
  const { sql, values } = visibleRecords(actor, 2);
  const text = `SELECT 1 FROM follow_ups f LEFT JOIN customers c ON c.id = f.customer_id WHERE f.id = $1 AND f.withdrawn_at IS NULL AND ${sql}`;
  return { text: statement('commented_record_visible', text), values };
};
const commentsOf = statement(
  'comments_of_a_record',
  `SELECT m.id, m.author_id AS "authorId", p.name AS "authorName", m.text, iso(m.created_at) AS "createdAt" FROM comments m JOIN people p ON p.id = m.author_id
   WHERE m.follow_up_id = $1 AND m.withdrawn_at IS NULL ORDER BY m.created_at, m.id`,
);
const write = statement('comment_written', 'INSERT INTO comments (id, follow_up_id, author_id, text, created_at) VALUES ($1, $2, $3, $4, $5)');
const authorOf = statement('author_of_a_comment', 'SELECT author_id AS "authorId" FROM comments WHERE id = $1 AND follow_up_id = $2 AND withdrawn_at IS NULL');
const withdraw = statement('comment_withdrawn', 'UPDATE comments SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL');

/** Remarks on records, for everybody who sees the record. */
@Injectable()
export class Comments {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The remarks on a record, oldest first. */
  async of(actor: Actor, followUpId: string): Promise<CommentsView> {
    await this.check(this.source, actor, followUpId);
    return { items: await rows<CommentView>(this.source, commentsOf, [followUpId]) };
  }

  /** Adds one. */
  write(actor: Actor, followUpId: string, text: string): Promise<CommentView> {
    return this.transactions.run(actor, async (tx) => {
      await this.check(tx, actor, followUpId);
      const [id, createdAt] = [newId(), this.clock.now()];
      await rows(tx, write, [id, followUpId, actor.personId, text, createdAt]);
      await this.audit.record(tx, actor, 'comment.written', followUpId, { commentId: id });
      return { id, authorId: actor.personId, authorName: actor.name, text, createdAt: createdAt.toISOString() };
    });
  }

  /** Takes one back; `only_its_author` may. */
  withdraw(actor: Actor, followUpId: string, id: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      await this.check(tx, actor, followUpId);
      const [comment] = await rows<{ authorId: string }>(tx, authorOf, [id, followUpId]);
      if (!comment) throw notFound();
      if (comment.authorId !== actor.personId) throw forbidden('only_its_author');
      await rows(tx, withdraw, [id, this.clock.now()]);
      await this.audit.record(tx, actor, 'comment.withdrawn', followUpId, { commentId: id });
    });
  }

  private async check(on: DataSource | EntityManager, actor: Actor, followUpId: string): Promise<void> {
    const { text, values } = visible(actor);
    if ((await rows(on, text, [followUpId, ...values])).length === 0) throw notFound();
  }
}
