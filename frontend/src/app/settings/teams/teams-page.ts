import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { urlState } from '../../core/url-state';
import { Chip } from '../../ui/chip';
import { PageHeader } from '../../ui/page-header';
import { Sheets } from '../../ui/sheets';
import { State } from '../../ui/state';
import type { TeamSheetData } from './team-sheet';

type Team = View<'TeamView'>;

/** The tree of teams, to add to, rename, move and take out of use. */
@Component({
  selector: 't-teams-page',
  imports: [Chip, MatButton, MatCheckbox, MatIcon, MatIconButton, MatMenuModule, PageHeader, RouterLink, State],
  templateUrl: './teams-page.html',
  styleUrl: './teams-page.scss',
})
export class TeamsPage {
  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  private readonly directory = inject(Directory);
  protected readonly t = inject(I18n).t;
  protected readonly url = urlState({ archived: false });
  protected readonly teams = this.api.resource('/api/teams', () => ({ query: { archived: this.url.now().archived } }), { followWrites: true });
  protected readonly items = computed(() => this.teams.value()?.items ?? []);

  protected add(parentId: string | null = null): Promise<void> {
    return this.open({ parentId, teams: this.items() });
  }

  protected edit(team: Team): Promise<void> {
    return this.open({ team, teams: this.items() });
  }

  protected archive(team: Team): Promise<void> {
    return this.attempt(async () => {
      const path = { id: team.id };
      await this.api.post('/api/teams/{id}/archival', { path });
      this.directory.reload();
      await this.notices.offerUndo(this.t('settings.teams.archived', { name: team.name }), async () => {
        await this.api.delete('/api/teams/{id}/archival', { path });
        this.directory.reload();
      });
    });
  }

  protected restore(team: Team): Promise<void> {
    return this.attempt(async () => {
      await this.api.delete('/api/teams/{id}/archival', { path: { id: team.id } });
      this.directory.reload();
      await this.notices.say(this.t('settings.teams.restored', { name: team.name }));
    });
  }

  private async open(data: TeamSheetData): Promise<void> {
    const isSaved = await this.sheets.open<boolean>(() => import('./team-sheet').then((m) => m.TeamSheet), { data });
    if (isSaved) await this.notices.say(this.t('common.saved'));
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.teams.reload();
      await this.notices.sayProblem(error);
    }
  }
}
