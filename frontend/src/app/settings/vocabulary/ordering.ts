import { computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api';
import { Notices } from '../../core/notices';
import { ListName, Vocabulary } from '../../core/vocabulary';

/** Keeps the order of a list: shows it at once, sends the newest one when the one before has arrived, and goes back to the stored one when it is refused. */
export function ordering(list: () => ListName) {
  const api = inject(Api);
  const vocabulary = inject(Vocabulary);
  const notices = inject(Notices);
  const wanted = signal<{ list: ListName; ids: readonly string[] } | undefined>(undefined);
  let isSending = false;

  const send = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    try {
      for (let next = wanted(); next; next = wanted() === next ? undefined : wanted()) {
        await api.put('/api/settings/{list}/order', { path: { list: next.list }, body: { ids: [...next.ids] } });
      }
    } catch (error) {
      wanted.set(undefined);
      await notices.sayProblem(error);
    } finally {
      isSending = false;
      vocabulary.reload();
    }
  };

  return {
    /** The entries of the list as the person wants them. */
    entries: computed(() => {
      const entries = vocabulary.every(list());
      const order = wanted();
      if (order?.list !== list()) return entries;
      const place = new Map(order.ids.map((id, i) => [id, i]));
      return [...entries].sort((a, b) => (place.get(a.id) ?? place.size) - (place.get(b.id) ?? place.size));
    }),
    /** Asks for an order: the ids of every entry. */
    set: (ids: readonly string[]): Promise<void> => {
      wanted.set({ list: list(), ids });
      return send();
    },
  };
}
