import { Injectable, computed, inject, signal } from '@angular/core';
import { Api, Problem, View } from '../../core/api';

/** The two customers: which one stays, and which one is merged into it. */
export interface Pair { keptId: string; otherId: string }

/** A refusal of the chosen customer as one of the whole, because no field stands for it. */
export function plainly(problem: Problem): Problem {
  const [field] = problem.fields;
  return field ? new Problem(problem.status, field.code, [], field.params) : problem;
}

/** What merging two customers would do, asked again whenever the pair or one of the two changes. */
@Injectable()
export class MergePreview {
  private readonly api = inject(Api);
  private readonly pair = signal<Pair | undefined>(undefined);
  private readonly found = signal<{ pair: Pair; preview: View<'MergePreviewView'> } | undefined>(undefined);
  private readonly asking = signal(0);
  private readonly failure = signal<Problem | undefined>(undefined);

  /** Whether a preview is being read. */
  readonly isLoading = computed(() => this.asking() > 0);

  /** Why the newest one could not be read. */
  readonly problem = this.failure.asReadonly();

  /** The preview of the pair that was asked for; undefined until it came. */
  readonly value = computed(() => { const found = this.found(); return found && found.pair === this.pair() ? found.preview : undefined; });

  /** Reads it for a pair. */
  ask(pair: Pair): Promise<void> {
    this.pair.set(pair);
    return this.read(pair);
  }

  /** Reads it again; what is there stays meanwhile. */
  reload(): void {
    const pair = this.pair();
    if (pair) void this.read(pair);
  }

  private async read(pair: Pair): Promise<void> {
    this.failure.set(undefined);
    this.asking.update((count) => count + 1);
    try {
      const preview = await this.api.post('/api/customers/{id}/merges/preview', { path: { id: pair.keptId }, body: { otherId: pair.otherId } });
      if (this.pair() === pair) this.found.set({ pair, preview });
    } catch (error) {
      if (this.pair() === pair) this.failure.set(plainly(Problem.from(error)));
    } finally {
      this.asking.update((count) => count - 1);
    }
  }
}
