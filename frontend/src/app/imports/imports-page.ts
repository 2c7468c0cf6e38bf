import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Api, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Chip, Tone } from '../ui/chip';
import { FileDrop } from '../ui/file-drop';
import { PageHeader } from '../ui/page-header';
import { Segments } from '../ui/segments';
import { State } from '../ui/state';
import { Ago } from '../ui/times';
import { WhenVisible } from '../ui/when-visible';
import { Refusals } from './refusals';

type Summary = View<'ImportSummaryView'>;

const TONES: Partial<Record<Summary['state'], Tone>> = { done: 'success', failed: 'danger', running: 'info', checking: 'info', undoing: 'info', checked: 'warning' };
const FIRST_PAGE = 20;

/** Takes a file, and lists the imports so far. */
@Component({
  selector: 't-imports-page',
  imports: [Ago, Chip, FileDrop, MatButton, PageHeader, RouterLink, Segments, State, WhenVisible],
  templateUrl: './imports-page.html',
  styleUrl: './imports-page.scss',
})
export class ImportsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly refusals = inject(Refusals);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly kind = signal<string | null>('customers');
  protected readonly isUploading = signal(false);
  protected readonly failure = signal('');
  private readonly shown = signal(FIRST_PAGE);
  protected readonly imports = this.api.resource('/api/imports', () => ({ query: { limit: this.shown() } }), { followWrites: true });
  protected readonly kinds = computed(() => ['customers', 'communications'].map((value) => ({ value, label: this.t(`imports.kinds.${value}`) })));

  protected readonly toneOf = ({ state }: Summary): Tone => TONES[state] ?? 'neutral';
  protected readonly canShowMore = computed(() => Boolean(this.imports.value()?.next) && this.shown() < 100);

  protected more(): void {
    this.shown.set(100);
  }

  protected async upload(file: File): Promise<void> {
    this.failure.set('');
    this.isUploading.set(true);
    const body = new FormData();
    body.set('file', file);
    try {
      const { id } = await this.api.post('/api/imports', { query: { kind: this.kind() === 'communications' ? 'communications' : 'customers' }, body });
      await this.router.navigate(['/import', id]);
    } catch (error) {
      this.failure.set(this.refusals.all(error, (target) => target).join(' '));
    } finally {
      this.isUploading.set(false);
    }
  }
}
