import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Session } from '../../core/session';
import { urlState } from '../../core/url-state';
import { WorkingTimeOpener } from '../../core/working-time-opener';
import { Avatar } from '../../ui/avatar';
import { Chip, Tone } from '../../ui/chip';
import { Confirm } from '../../ui/confirm';
import { Filter } from '../../ui/filter';
import { PageHeader } from '../../ui/page-header';
import { Sheets } from '../../ui/sheets';
import { State } from '../../ui/state';
import { Ago } from '../../ui/times';
import { ROLES } from './roles';

type Account = View<'AccountView'>;

const STATES: readonly Account['state'][] = ['active', 'invited', 'disabled'];
const TONES: Record<Account['state'], Tone> = { active: 'success', invited: 'info', disabled: 'neutral' };

/** Everybody with an account: who they are, what they may do and see, and when they were last there. */
@Component({
  selector: 't-people-page',
  imports: [Ago, Avatar, Chip, Filter, MatButton, MatIcon, MatIconButton, MatMenuModule, PageHeader, State],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly me = inject(Session).person;
  protected readonly workingTime = inject(WorkingTimeOpener);
  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly accounts = this.api.resource('/api/people/accounts', () => ({}), { followWrites: true });
  protected readonly url = urlState({ q: '', state: [] as string[], team: [] as string[] });
  protected readonly states = computed(() => STATES.map((value) => ({ value, label: this.t(`settings.states.${value}`) })));
  protected readonly teams = computed(() => this.directory.teams().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly found = computed(() => {
    const { q, state, team } = this.url.now();
    const wanted = q.trim().toLowerCase();
    return (this.accounts.value()?.items ?? [])
      .filter((person) => state.length === 0 || state.includes(person.state))
      .filter((person) => team.length === 0 || team.includes(person.teamId ?? ''))
      .filter((person) => `${person.name} ${person.email}`.toLowerCase().includes(wanted))
      .sort((a, b) => Number(a.state === 'disabled') - Number(b.state === 'disabled'));
  });

  protected readonly toneOf = (person: Account): Tone => TONES[person.state];
  protected readonly rolesOf = (person: Account): string => ROLES.filter((role) => person.roles.includes(role)).map((role) => this.t(`settings.roles.${role}`)).join(', ');
  protected readonly isMe = (person: Account): boolean => person.id === this.me()?.id;

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.url.set({ q: event.target.value }, { isReplacing: true });
  }

  protected async invite(): Promise<void> {
    await this.sheets.open(() => import('./invite-sheet').then((m) => m.InviteSheet));
  }

  protected async edit(person: Account): Promise<void> {
    const isSaved = await this.sheets.open<boolean>(() => import('./edit-person-sheet').then((m) => m.EditPersonSheet), { data: person });
    if (isSaved) await this.notices.say(this.t('common.saved'));
  }

  protected newLink(person: Account): Promise<void> {
    return this.attempt(async () => {
      const data = await this.api.post('/api/people/{id}/invitation', { path: { id: person.id } });
      await this.sheets.open(() => import('./link-sheet').then((m) => m.LinkSheet), { data });
    });
  }

  protected signOut(person: Account): Promise<void> {
    return this.attempt(async () => {
      await this.api.delete('/api/people/{id}/sessions', { path: { id: person.id } });
      await this.notices.say(this.t('settings.people.signedOut', { name: person.name }));
    });
  }

  protected async disable(person: Account): Promise<void> {
    const { name } = person;
    const question = { title: this.t('settings.people.disableTitle', { name }), text: this.t('settings.people.disableText'), confirm: this.t('settings.people.disable'), isDangerous: true };
    if (await this.confirm.ask(question)) await this.setDisabled(person, true);
  }

  protected setDisabled(person: Account, isDisabled: boolean): Promise<void> {
    return this.attempt(async () => {
      await this.api.patch('/api/people/{id}', { path: { id: person.id }, body: { isDisabled }, version: person.version });
      this.directory.reload();
      await this.notices.say(this.t(isDisabled ? 'settings.people.disabled' : 'settings.people.enabled', { name: person.name }));
    });
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.accounts.reload();
      await this.notices.sayProblem(error);
    }
  }
}
