import { type LocalDate, localDateOf } from '../../kernel/index.ts';
import { type Actor, actorOf } from '../../people/index.ts';
import type { DemoClock } from '../demo-clock.ts';
import { newPassword } from './accounts-file.ts';
import { FIELDS } from './fields.ts';
import { type CompanyNorms, writeNorms } from './norms.ts';
import { type Cast, type Colleague, emailOf, keyWith } from './people.ts';
import type { Tools } from './tools.ts';

/** What the sample company is called, so that nobody takes it for a real one. */
export const COMPANY_NAME = 'Sample Company 示例公司';
/** Where it works. */
export const COMPANY_ZONE = 'Asia/Shanghai';

const ORIGIN = { userAgent: 'sample data', address: '127.0.0.1' };

/** The sample company as it acts: everybody by key, the ids of the vocabulary by list and key, and its norms. */
export interface Company {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly ids: ReadonlyMap<string, string>;
  readonly norms: CompanyNorms;
}

/** Founds the sample company, or completes one whose making was interrupted; every account then has the password of `passwords`. */
export class Founding {
  readonly passwords: ReadonlyMap<string, string>;

  constructor(
    private readonly tools: Tools,
    private readonly clock: DemoClock,
    private readonly cast: Cast,
  ) {
    this.passwords = new Map(cast.people.map(({ key }) => [key, newPassword()]));
  }

  /** Sets everything up at the moment the story begins. */
  async found(at: Date): Promise<Company> {
    return this.clock.at(at, async () => {
      const administrator = await this.administrator();
      const teams = await this.teams(administrator);
      for (const colleague of this.cast.people) await this.join(administrator, colleague, teams);
      await this.calendars(administrator, localDateOf(at, COMPANY_ZONE));
      await this.fields(administrator);
      const [actors, ids] = [await this.actors(), await this.ids()];
      return { actors, ids, norms: await writeNorms(this.tools, actors.get(keyWith(this.cast, 'manager') ?? '') ?? administrator, ids) };
    });
  }

  /** Who is in charge of accounts. */
  private async administrator(): Promise<Actor> {
    const [first] = this.cast.people;
    if (!first) throw new Error('a company has people');
    if (await this.tools.setup.isNeeded()) {
      const { name, language } = first;
      const given = { code: this.tools.setupCode.text, name, email: emailOf(first), password: this.passwordOf(first), organisationName: COMPANY_NAME, timeZone: COMPANY_ZONE, language };
      await this.tools.setup.setUp(given, ORIGIN, { isDemo: true });
    }
    const account = (await this.accounts()).get(emailOf(first));
    const actor = account && (await actorOf(this.tools.source, account.id));
    if (!actor) throw new Error(`the sample company has lost its administrator ${emailOf(first)}: empty the database and start again`);
    return actor;
  }

  private async teams(administrator: Actor): Promise<Map<string, string>> {
    const { items } = await this.tools.teams.list(true);
    const ids = new Map(items.map(({ name, id }) => [name, id]));
    for (const [name, above] of this.cast.teams) {
      if (!ids.has(name)) ids.set(name, (await this.tools.teams.create(administrator, { name, parentId: above && (ids.get(above) ?? null) })).id);
    }
    return ids;
  }

  /** Invites somebody who accepts at once. Whoever was there already gets a new link, because their password is known to nobody. */
  private async join(administrator: Actor, colleague: Colleague, teams: ReadonlyMap<string, string>): Promise<void> {
    const accounts = await this.accounts();
    const known = accounts.get(emailOf(colleague));
    const place = { teamId: teams.get(colleague.team) ?? null, reportsToId: (colleague.reportsTo && accounts.get(`${colleague.reportsTo}@example.com`)?.id) ?? null };
    const { name, language, scope: dataScope } = colleague;
    const isFirst = known?.id === administrator.personId;
    if (isFirst) await this.tools.accounts.change(administrator, known.id, known.version, { ...place });
    const invited = known
      ? await this.tools.accounts.newLink(administrator, known.id)
      : await this.tools.accounts.invite(administrator, { ...place, name, email: emailOf(colleague), roles: [...colleague.roles], dataScope, language, timeZone: COMPANY_ZONE });
    await this.tools.invitations.accept(invited.token, { name, password: this.passwordOf(colleague), language, timeZone: COMPANY_ZONE }, ORIGIN);
    await this.tools.accounts.endSessions(administrator, invited.person.id);
  }

  /** The holidays of every year of the story; the product itself loads those around the present. */
  private async calendars(administrator: Actor, start: LocalDate): Promise<void> {
    const until = localDateOf(this.clock.present, COMPANY_ZONE);
    for (let year = Number(start.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) await this.tools.calendar.loadOfficial(administrator, year);
  }

  private async fields(administrator: Actor): Promise<void> {
    const { fields } = await this.tools.vocabulary.all();
    for (const field of FIELDS) if (!fields.some(({ key }) => key === field.key)) await this.tools.vocabulary.add(administrator, 'fields', field);
  }

  private async actors(): Promise<Map<string, Actor>> {
    const accounts = await this.accounts();
    const actors = new Map<string, Actor>();
    for (const { key } of this.cast.people) {
      const actor = await actorOf(this.tools.source, accounts.get(`${key}@example.com`)?.id ?? '');
      if (actor) actors.set(key, actor);
    }
    return actors;
  }

  private async ids(): Promise<Map<string, string>> {
    const lists = Object.entries(await this.tools.vocabulary.all());
    return new Map(lists.flatMap(([list, entries]) => (entries as { key: string; id: string }[]).map(({ key, id }) => [`${list}.${key}`, id])));
  }

  private async accounts() {
    return new Map((await this.tools.people.accounts()).items.map((account) => [account.email, account]));
  }

  private passwordOf({ key }: Colleague): string {
    return this.passwords.get(key) ?? newPassword();
  }
}
