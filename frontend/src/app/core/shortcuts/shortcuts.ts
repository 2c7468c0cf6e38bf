import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { DIALOG, isTyping, keyName } from './keys';
import { TypeAhead } from './type-ahead';

/** Something a person can do with a key. */
export interface Shortcut {
  /** A name to run it by, such as 'log-contact'. */
  id: string;
  /** One key ('n', 'mod+k') or two in a row ('g c'). */
  keys: string;
  /** The text key of what it does, listed under `?`. */
  label: string;
  /** The text key of its group under `?`. */
  group?: string;
  /** Works in an open dialog too. */
  inDialogs?: boolean;
  /** Opens a dialog with a field; what is typed before that is there goes into it. */
  opensField?: boolean;
  run: () => void;
}

const CHORD_MS = 1200;

/** All shortcuts that work at the moment; the one registered last wins a key. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly registered = signal<readonly Shortcut[]>([]);
  private first = { key: '', at: 0 };
  private readonly ahead = new TypeAhead();

  /** What works now, the oldest first. */
  readonly all = this.registered.asReadonly();

  constructor() {
    const listen = (event: KeyboardEvent): void => { this.press(event); };
    document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => { document.removeEventListener('keydown', listen); });
  }

  /** Adds a shortcut until the returned function is called. */
  register(shortcut: Shortcut): () => void {
    this.registered.update((all) => [...all, shortcut]);
    return () => { this.registered.update((all) => all.filter((other) => other !== shortcut)); };
  }

  /** Whether somebody registered an action of that name. */
  has(id: string): boolean {
    return computed(() => this.registered().some((shortcut) => shortcut.id === id))();
  }

  /** Does what a shortcut does; for buttons that show the same action. */
  run(id: string): void {
    this.registered().findLast((shortcut) => shortcut.id === id)?.run();
  }

  private press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    if (this.ahead.hold(event)) return;
    const key = keyName(event);
    if (isTyping(event.target) && !key.startsWith('mod+')) return;
    const isInDialog = document.querySelector(DIALOG) !== null;
    const usable = this.registered().filter((shortcut) => !isInDialog || shortcut.inDialogs);
    const chord = event.timeStamp - this.first.at < CHORD_MS ? `${this.first.key} ${key}` : key;
    const found = usable.findLast((s) => s.keys === chord) ?? usable.findLast((s) => s.keys === key);
    this.first = found ? { key: '', at: 0 } : { key, at: event.timeStamp };
    if (!found) return;
    event.preventDefault();
    if (found.opensField) this.ahead.begin(event.timeStamp);
    found.run();
  }
}

/** Registers shortcuts for as long as the calling component lives. */
export function useShortcuts(...shortcuts: Shortcut[]): void {
  const registry = inject(Shortcuts);
  const removers = shortcuts.map((shortcut) => registry.register(shortcut));
  inject(DestroyRef).onDestroy(() => { removers.forEach((remove) => { remove(); }); });
}
