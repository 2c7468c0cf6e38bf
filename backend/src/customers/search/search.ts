import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Rank, type SearchName, type Sought, rankOf, readingsOf, readingsOfFolded, soughtOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { type Candidate, Candidates, type NameCandidate } from './candidates.ts';
import { contactPointRanges } from './contact-point-ranges.ts';
import { NameMatches } from './name-matches.ts';
import { namesIn, searchNamesOf } from './names.ts';
import type { Match, SearchHitView } from './search.dto.ts';
import { simplified } from './simplified.ts';

interface Hit {
  readonly candidate: Candidate;
  readonly rank: Rank;
  /** What fitted; asked only for the hits that are shown. */
  readonly matched: () => Match;
  readonly detail: string | null;
}

const peopleOf = statement(
  'search_people',
  `SELECT customer_id AS "customerId", name FROM contact_people WHERE customer_id = ANY($1::uuid[]) AND archived_at IS NULL ORDER BY customer_id, position, id`,
);

/** Finds customers by name, pinyin, initials, telephone number, e-mail address and contact person, best first. */
@Injectable()
export class Search {
  constructor(
    private readonly source: DataSource,
    private readonly names: NameMatches,
    private readonly candidates: Candidates,
  ) {}

  /** At most `limit` customers that the actor sees and that are not archived. */
  async find(actor: Actor, typed: string, limit: number): Promise<SearchHitView[]> {
    const query = simplified(typed);
    const hits = [...(await this.byPoints(actor, query, limit)), ...(await this.byNames(actor, query, limit))];
    const best = new Map<string, Hit>();
    for (const hit of hits.sort(compareHits)) if (!best.has(hit.candidate.id)) best.set(hit.candidate.id, hit);
    return this.withPeople(soughtOf(query), [...best.values()].slice(0, limit));
  }

  private async byPoints(actor: Actor, query: string, limit: number): Promise<Hit[]> {
    const hits: Hit[] = [];
    for (const range of contactPointRanges(query)) {
      const found = await this.candidates.byPoint(actor, range, limit);
      hits.push(...found.map((candidate) => ({ candidate, rank: rankOfPoint(candidate.searchKey, range.from), matched: () => range.kind, detail: candidate.value })));
    }
    return hits;
  }

  private async byNames(actor: Actor, query: string, limit: number): Promise<Hit[]> {
    const strict = await this.named(actor, query, limit, false);
    if (strict.length >= limit) return strict;
    return [...strict, ...(await this.named(actor, query, limit, true, new Set(strict.map(({ candidate }) => candidate.id))))];
  }

  private async named(actor: Actor, query: string, limit: number, isLoose: boolean, known: ReadonlySet<string> = new Set()): Promise<Hit[]> {
    const lookup = await this.names.lookup(query, isLoose);
    if (!lookup || (isLoose && !lookup.isLoose)) return [];
    const found = lookup.isCommon ? await this.candidates.byRecency(actor, lookup, limit) : await this.candidates.byIndex(actor, lookup);
    if (lookup.isCommon && found.length < limit) found.push(...(await this.candidates.byIndex(actor, lookup)));
    // Whose very name it is may not have been contacted for long.
    if (!isLoose && found.length >= limit) found.push(...(await this.candidates.beginningWith(actor, query, lookup, limit)));
    const sought = soughtOf(query);
    return found.flatMap((candidate) => (known.has(candidate.id) ? [] : hitOf(sought, candidate)));
  }

  /** Says which contact person it was where the name of the customer does not fit. */
  private async withPeople(sought: Sought, hits: readonly Hit[]): Promise<SearchHitView[]> {
    const shown = hits.map(({ candidate, matched, detail }) => ({ candidate, matched: matched(), detail }));
    const ids = shown.filter(({ matched }) => matched === 'person').map(({ candidate }) => candidate.id);
    const people = ids.length ? await rows<{ customerId: string; name: string }>(this.source, peopleOf, [ids]) : [];
    const fits = people.filter(({ name }) => rankOf(sought, searchNamesOf({ name, isPerson: true }).map(readingsOf)) !== null);
    return shown.map(({ candidate, matched, detail }) => {
      const { id, name, kind, tierId, stageId, ownerId } = candidate;
      return { id, name, kind, tierId, stageId, ownerId, matched, detail: matched === 'person' ? (fits.find(({ customerId }) => customerId === id)?.name ?? null) : detail };
    });
  }
}

function hitOf(sought: Sought, candidate: NameCandidate): Hit[] {
  const names = namesIn(candidate.haystack);
  const best = rankOf(sought, names.flat().map(readingsOfFolded));
  return best === null ? [] : [{ candidate, rank: best, matched: () => matchOf(sought, names[0] ?? []), detail: null }];
}

/** The customer's own name goes first where a contact person fits too, be it a little worse. */
function matchOf(sought: Sought, own: readonly SearchName[]): Match {
  const fits = (names: readonly SearchName[]): boolean => rankOf(sought, names.map(readingsOfFolded)) !== null;
  if (!fits(own)) return 'person';
  if (fits(own.slice(0, 1).map(({ text }) => ({ text })))) return 'name';
  if (fits(own.flatMap(({ initials }) => (initials === undefined ? [] : [{ text: initials }])))) return 'initials';
  return own[0]?.pinyin === undefined ? 'name' : 'pinyin';
}

const rankOfPoint = (key: string, sought: string): Rank => (key === sought || key.startsWith(`${sought}@`) ? 0 : 1);

function compareHits(a: Hit, b: Hit): number {
  const recency = (b.candidate.lastContactAt?.getTime() ?? 0) - (a.candidate.lastContactAt?.getTime() ?? 0);
  return a.rank - b.rank || recency || (a.candidate.id < b.candidate.id ? 1 : -1);
}
