import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../../core/api';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';

/** Takes merges apart again, from the page of either customer. */
@Injectable({ providedIn: 'root' })
export class Unmerging {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly t = inject(I18n).t;
  private readonly busy = signal(false);

  /** Whether one is being taken apart. */
  readonly isBusy = this.busy.asReadonly();

  /** Takes a merge apart and says so, or why it can not be. */
  async undo(id: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.post('/api/merges/{id}/undo', { path: { id } });
      void this.notices.say(this.t('merging.undone'));
    } catch (error) {
      void this.notices.sayProblem(error);
    } finally {
      this.busy.set(false);
    }
  }
}
