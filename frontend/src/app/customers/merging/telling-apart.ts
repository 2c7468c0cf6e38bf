import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../../core/api';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';

/** Says of two customers that they are not the same, and takes that back. */
@Injectable({ providedIn: 'root' })
export class TellingApart {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly t = inject(I18n).t;
  private readonly busy = signal(false);

  /** Whether one of the two is under way. */
  readonly isBusy = this.busy.asReadonly();

  /** Says so, for everybody, and offers to take it back; `changed` is called after either. */
  async tell(id: string, other: { id: string; name: string }, changed: () => void): Promise<void> {
    const isSaid = await this.attempt(() => this.api.post('/api/customers/{id}/told-apart', { path: { id }, body: { otherId: other.id } }), changed);
    if (!isSaid) return;
    if (await this.notices.offerUndo(this.t('merging.toldApart', { name: other.name }), () => this.forget(id, other.id))) changed();
  }

  /** Takes it back: they are shown as possibly the same again. */
  async takeBack(id: string, otherId: string, changed: () => void): Promise<void> {
    await this.attempt(() => this.forget(id, otherId), changed);
  }

  private forget(id: string, otherId: string): Promise<unknown> {
    return this.api.delete('/api/customers/{id}/told-apart/{otherId}', { path: { id, otherId } });
  }

  private async attempt(work: () => Promise<unknown>, changed: () => void): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    try {
      await work();
      changed();
      return true;
    } catch (error) {
      void this.notices.sayProblem(error);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
