import { Injectable, computed, inject } from '@angular/core';
import { Api } from '../api';
import { Session } from '../session';

/** One thing with a name. */
interface Named { id: string; name: string }

/** All colleagues and teams, read once and shared by all pages: names for identifiers, choices for owners. */
@Injectable({ providedIn: 'root' })
export class Directory {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly people_ = this.api.resource('/api/people', () => ({}));
  private readonly teams_ = this.api.resource('/api/teams', () => ({}));

  /** Every colleague, those who left included. */
  readonly people = computed(() => this.people_.value()?.items ?? []);

  /** Every team. */
  readonly teams = computed(() => this.teams_.value()?.items ?? []);

  /** Colleagues who work here now; oneself first. */
  readonly active = computed(() => {
    const me = this.session.person()?.id;
    return this.people().filter(({ state }) => state === 'active').sort((a, b) => Number(b.id === me) - Number(a.id === me));
  });

  /** Colleagues whose customers the person sees. */
  readonly visible = computed(() => this.active().filter(({ isVisible }) => isVisible));

  private readonly names = computed(() => new Map<string, string>([...this.people(), ...this.teams()].map(({ id, name }: Named) => [id, name])));

  /** The name of a colleague or a team; '–' when there is none. */
  name(id: string | null | undefined): string {
    return (id ? this.names().get(id) : undefined) ?? '–';
  }

  /** Reads both again, after Settings changed them. */
  reload(): void {
    this.people_.reload();
    this.teams_.reload();
  }
}
