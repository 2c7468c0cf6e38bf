import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type LocalisedNames, decodeCursor, notFound, pageLimit, pageOf } from '../kernel/index.ts';
import { type Actor, Person, seesPerson } from '../people/index.ts';
import { Clock } from '../platform/clock.ts';
import { freshRows, rows, statement } from '../platform/database/statements.ts';
import { Import, type ImportKind } from './import.entity.ts';
import type { ImportIssue } from './import-issue.entity.ts';
import type { ImportIssuePageView, ImportPageView, ImportTargetsView, ImportView, ImportWordView } from './imports.dto.ts';
import { suggestedMapping } from './mapping/suggestion.ts';
import { unknownWords } from './mapping/mapping-check.ts';
import type { Target } from './mapping/targets.ts';
import { type Vocabulary, readVocabulary } from './mapping/words.ts';
import { summaryOf, viewOf } from './import-views.ts';
import { reasonOf } from './reasons.ts';
import { hasWritten } from './undo/undo-portions.ts';
import { undoableUntil } from './undo/undo.rules.ts';

const issuesFrom = statement(
  'import_issues_from',
  `SELECT line, position, fate, column_name AS "columnName", code, params, value FROM import_issues
   WHERE import_id = $1 AND (line, position) > ($2, $3) AND ($4::varchar IS NULL OR fate = $4) ORDER BY line, position LIMIT $5`,
);

/** Reads imports, their issues, and what a file can fill; everybody sees those of the people they see. */
@Injectable()
export class ImportReads {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The import, if the actor sees whoever made it; 404 otherwise. */
  async find(on: DataSource | EntityManager, actor: Actor, id: string): Promise<Import> {
    const found = await on.getRepository(Import).findOneBy({ id });
    if (!found || !seesPerson(actor, found.createdById)) throw notFound();
    return found;
  }

  /** Imports, newest first. */
  async list(actor: Actor, cursor: string | undefined, limit: number | undefined): Promise<ImportPageView> {
    const size = pageLimit(limit, { fallback: 20, max: 100 });
    const [before] = cursor === undefined ? [null] : decodeCursor(cursor, ['uuid']);
    const seen = actor.sees.all ? null : [actor.personId, ...actor.sees.ownerIds];
    const found = await freshRows<Import & { createdByName: string }>(
      this.source,
      `SELECT i.id, i.kind, i.file_name AS "fileName", i.state, i.counts, i.rows_done AS "rowsDone", i.rows_total AS "rowsTotal", i.failure, i.created_at AS "createdAt",
         i.finished_at AS "finishedAt", i.created_by_id AS "createdById", p.name AS "createdByName"
       FROM imports i JOIN people p ON p.id = i.created_by_id
       WHERE i.state <> 'uploading' AND ($1::uuid IS NULL OR i.id < $1) AND ($2::uuid[] IS NULL OR i.created_by_id = ANY($2)) ORDER BY i.id DESC LIMIT $3`,
      [before, seen, size + 1],
    );
    const { items, next } = pageOf(found, size, ({ id }) => [id]);
    return { items: items.map((row) => summaryOf(row, row.createdByName)), next };
  }

  /** One import with its columns, the mapping chosen or suggested, and the words nobody has explained. */
  async view(actor: Actor, id: string): Promise<ImportView> {
    const found = await this.find(this.source, actor, id);
    const vocabulary = await readVocabulary(this.source, actor, found.kind);
    const author = await this.source.getRepository(Person).findOneByOrFail({ id: found.createdById });
    const suggestion = suggestedMapping(found.columns, vocabulary);
    return viewOf(found, author.name, suggestion, unknownWords(found.mapping ?? suggestion, found.columns, vocabulary), await this.undoableUntil(found));
  }

  /** Why rows were not, or would not be, taken over; in the order of the file. */
  async issues(actor: Actor, id: string, { cursor, limit, fate }: { cursor?: string; limit?: number; fate?: 'error' | 'duplicate' }): Promise<ImportIssuePageView> {
    await this.find(this.source, actor, id);
    const size = pageLimit(limit);
    const after = cursor === undefined ? [0, 0] : decodeCursor(cursor, ['integer', 'integer']);
    const { items, next } = pageOf(await this.issuesAfter(id, after as [number, number], fate ?? null, size + 1), size, ({ line, position }) => [line, position]);
    return { next, items: items.map(({ line, fate: what, columnName, value, code, params }) => ({ line, fate: what, column: columnName, value, code, reason: reasonOf(code, params, actor.language) })) };
  }

  /** All issues, read in portions. */
  async *everyIssue(id: string): AsyncGenerator<ImportIssue[]> {
    let after: [number, number] = [0, 0];
    for (;;) {
      const portion = await this.issuesAfter(id, after, null, 1_000);
      if (portion.length > 0) yield portion;
      const last = portion.at(-1);
      if (!last || portion.length < 1_000) return;
      after = [last.line, last.position];
    }
  }

  /** What columns can fill, with the words that each can take. */
  async targets(actor: Actor, kind: ImportKind): Promise<ImportTargetsView> {
    const vocabulary = await readVocabulary(this.source, actor, kind);
    const people = (await this.source.getRepository(Person).find({ order: { name: 'ASC', id: 'ASC' } })).filter(({ id }) => seesPerson(actor, id));
    const items = [...vocabulary.targets.values()].map((target) => ({
      key: target.key,
      reading: target.reading.as,
      isRequired: target.isRequired ?? false,
      isMany: target.isMany ?? false,
      names: namesOf(vocabulary.fields.find(({ key }) => `field:${key}` === target.key)?.names),
      words: wordsOf(target, vocabulary, people),
    }));
    return { items };
  }

  private async undoableUntil(found: Import): Promise<Date | null> {
    const until = undoableUntil(found);
    return until && this.clock.now() <= until && (await hasWritten(this.source, found.id)) ? until : null;
  }

  private issuesAfter(id: string, [line, position]: [number, number], fate: string | null, limit: number): Promise<ImportIssue[]> {
    return rows<ImportIssue>(this.source, issuesFrom, [id, line, line === 0 ? -1 : position, fate, limit]);
  }
}

const namesOf = (names: LocalisedNames | undefined): Record<string, string> => ({ ...names });

function wordsOf({ reading, key }: Target, vocabulary: Vocabulary, people: readonly Person[]): ImportWordView[] {
  if (reading.as !== 'word' && reading.as !== 'words') return [];
  if (reading.list === 'people') return people.map(({ name, email }) => ({ word: email, names: { en: name } }));
  if (reading.list === 'teams') return vocabulary.teams.map(({ name }) => ({ word: name, names: { en: name } }));
  if (reading.list === 'customerKinds') return ['person', 'organisation'].map((word) => ({ word, names: {} }));
  if (reading.list === 'directions') return ['outbound', 'inbound'].map((word) => ({ word, names: {} }));
  if (reading.list.startsWith('choices:')) return (vocabulary.fields.find((field) => `field:${field.key}` === key)?.choices ?? []).map((choice) => ({ word: choice.key, names: namesOf(choice.names) }));
  const lists = { channels: vocabulary.channels, dispositions: vocabulary.dispositions, outcomes: vocabulary.outcomes, stages: vocabulary.stages, tiers: vocabulary.tiers };
  const list = lists[reading.list as keyof typeof lists];
  return list.filter(({ archivedAt }) => archivedAt === null).map((entry) => ({ word: entry.key, names: namesOf(entry.names) }));
}

