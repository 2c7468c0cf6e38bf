import { Injectable } from '@nestjs/common';
import { digitsOf, emailKeyOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { reversed } from '../contact-people/contact-points.rules.ts';
import { type Candidate, Candidates } from './candidates.ts';
import type { ContactPointRange } from './contact-point-ranges.ts';
import { NameMatches } from './name-matches.ts';
import { nameKeyOf } from './names.ts';
import type { DuplicatesQuery, Match, SearchHitView } from './search.dto.ts';

const MOST = 10;
const SHORTEST_NUMBER = 5;

/** Warns, before a customer is created, of those that it may be already; only of what the actor sees. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly candidates: Candidates,
    private readonly names: NameMatches,
  ) {}

  /** Customers with the same number, the same address, or a name that is the same or begins with the given one. */
  async of(actor: Actor, { name, phone, email }: DuplicatesQuery): Promise<SearchHitView[]> {
    const found = [
      ...(await this.byPoint(actor, numberRange(phone ?? ''))),
      ...(await this.byPoint(actor, addressRange(email ?? ''))),
      ...(await this.byName(actor, name ?? '')),
    ];
    return found.filter(({ id }, i) => found.findIndex((other) => other.id === id) === i).slice(0, MOST);
  }

  private async byPoint(actor: Actor, range: ContactPointRange | null): Promise<SearchHitView[]> {
    if (!range) return [];
    const found = await this.candidates.byPoint(actor, range, MOST);
    return found.map((candidate) => hit(candidate, range.kind, candidate.value));
  }

  private async byName(actor: Actor, name: string): Promise<SearchHitView[]> {
    const sought = nameKeyOf(name);
    const lookup = await this.names.lookup(name, false);
    if (!lookup) return [];
    const found = await this.candidates.beginningWith(actor, name, lookup, 2 * MOST);
    const alike = found.filter((candidate) => nameKeyOf(candidate.name).startsWith(sought));
    return alike.slice(0, MOST).map((candidate) => hit(candidate, 'name', null));
  }
}

// Up to the very next key: the whole number and nothing longer.
const exactly = (kind: ContactPointRange['kind'], key: string): ContactPointRange => ({ kind, from: key, until: `${key}\u0001` });

function numberRange(phone: string): ContactPointRange | null {
  const digits = digitsOf(phone);
  return digits.length >= SHORTEST_NUMBER ? exactly('phone', reversed(digits)) : null;
}

function addressRange(email: string): ContactPointRange | null {
  const key = emailKeyOf(email);
  return key ? exactly('email', key) : null;
}

const hit = ({ id, name, kind, tierId, stageId, ownerId }: Candidate, matched: Match, detail: string | null): SearchHitView => ({ id, name, kind, tierId, stageId, ownerId, matched, detail });
