import { Injectable, computed, inject, signal } from '@angular/core';
import { Api, Problem, View } from '../api';
import { Clock } from '../clock/clock';
import { I18n, Language, isLanguage } from '../i18n';
import { Theme, ThemeChoice, isTheme } from '../theme/theme';

/** Who is signed in, with rights and organisation. */
export type SessionView = View<'SessionView'>;

/** What a role can allow. */
export type Right = SessionView['rights'][number];

/** The signed-in person; every page starts from it. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly i18n = inject(I18n);
  private readonly theme = inject(Theme);
  private readonly current = signal<SessionView | undefined>(undefined);
  private readonly failure = signal<Problem | undefined>(undefined);

  /** Undefined while nobody is signed in. */
  readonly person = computed(() => this.current()?.person);

  /** Undefined while nobody is signed in. */
  readonly organisation = computed(() => this.current()?.organisation);

  /** Whether somebody is signed in. */
  readonly isSignedIn = computed(() => this.current() !== undefined);

  /** Why it could not be found out who is signed in. */
  readonly problem = this.failure.asReadonly();

  private readonly rights = computed(() => new Set<string>(this.current()?.rights));

  /** Whether the person has a right. */
  can(right: Right): boolean {
    return this.rights().has(right);
  }

  /** Asks who is signed in; never rejects. */
  async load(): Promise<void> {
    try {
      await this.accept(await this.api.get('/api/session'));
    } catch (error) {
      const problem = Problem.from(error);
      this.current.set(undefined);
      this.failure.set(problem.status === 401 ? undefined : problem);
    }
  }

  /** Signs in; rejects with a Problem. */
  async signIn(email: string, password: string): Promise<void> {
    await this.accept(await this.api.post('/api/session', { body: { email, password } }));
  }

  /** Signs out on the server; drafts stay, under the person's own key. */
  async signOut(): Promise<void> {
    await this.api.delete('/api/session');
    this.current.set(undefined);
  }

  /** Changes the person's language or theme, here at once and on the server; rejects with a Problem when only this browser took it. */
  async prefer(change: { language?: Language; theme?: ThemeChoice }): Promise<void> {
    if (change.language) await this.i18n.use(change.language);
    if (change.theme) this.theme.use(change.theme);
    if (this.isSignedIn()) this.current.set(await this.api.patch('/api/profile', { body: change }));
  }

  /** Takes a session that the server has opened, with the person's language, theme and time zone. */
  async accept(session: SessionView): Promise<void> {
    const { person, organisation } = session;
    this.clock.useTimeZone(person.timeZone);
    this.clock.useWeekStart(organisation.weekStartsOn);
    this.clock.follow(organisation.today, organisation.timeZone);
    if (isTheme(person.theme)) this.theme.use(person.theme);
    if (isLanguage(person.language) && person.language !== this.i18n.language()) await this.i18n.use(person.language);
    this.failure.set(undefined);
    this.current.set(session);
  }
}
