import { Injectable, inject } from '@angular/core';
import { newIdempotencyKey } from '../api';
import { Clock } from '../clock/clock';
import { Session } from '../session';

const PREFIX = 'tangent.draft.';
const KEPT_MS = 14 * 86_400_000;

interface Stored { value: unknown; idempotencyKey: string; savedAt: number }

/** What somebody typed into one form, kept in this browser until the server has said yes. */
export class Draft<T extends object> {
  constructor(
    private readonly form: string,
    private readonly nameOf: (form: string) => string,
    private readonly now: () => number,
    private key: string,
    /** What was typed last time; undefined for a fresh form. */
    readonly restored: Partial<T> | undefined,
    /** When that was typed, in milliseconds since 1970. */
    readonly savedAt: number | undefined,
  ) {}

  /** The Idempotency-Key of the one record that this draft will become. */
  get idempotencyKey(): string {
    return this.key;
  }

  /** Keeps what is typed now; false when this browser refuses to store it. */
  save(value: Partial<T>): boolean {
    const stored: Stored = { value, idempotencyKey: this.key, savedAt: this.now() };
    try {
      localStorage.setItem(this.nameOf(this.form), JSON.stringify(stored));
      return true;
    } catch {
      return false;
    }
  }

  /** Forgets the draft, after the server has said yes or the person has thrown it away; the next record gets a new key. */
  clear(): void {
    localStorage.removeItem(this.nameOf(this.form));
    this.key = newIdempotencyKey();
  }

  /** Leaves what was restored, with its key, as the draft of another form, and starts afresh in this one. */
  setAside(form: string): void {
    const stored: Stored = { value: this.restored, idempotencyKey: this.key, savedAt: this.savedAt ?? this.now() };
    localStorage.setItem(this.nameOf(form), JSON.stringify(stored));
    this.clear();
  }
}

/** Drafts of all forms, a person's own, in this browser. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);

  /** Opens the draft of a form, such as 'log-contact' or 'customer/42'. */
  open<T extends object>(form: string): Draft<T> {
    this.dropOld();
    const whose = this.session.person()?.id ?? 'visitor';
    const nameOf = (one: string): string => `${PREFIX}${whose}.${one}`;
    const stored = read(nameOf(form));
    return new Draft<T>(form, nameOf, () => this.clock.now(), stored?.idempotencyKey ?? newIdempotencyKey(), stored?.value as Partial<T> | undefined, stored?.savedAt);
  }

  private dropOld(): void {
    for (const name of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) {
      const stored = read(name);
      if (!stored || this.clock.now() - stored.savedAt > KEPT_MS) localStorage.removeItem(name);
    }
  }
}

function read(name: string): Stored | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return isStored(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && 'value' in value && 'idempotencyKey' in value && 'savedAt' in value;
}
