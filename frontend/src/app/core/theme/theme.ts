import { Injectable, signal } from '@angular/core';

/** How the product looks: as the system does, or always light or dark. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const STORED = 'tangent.theme';

/** Whether a text names a theme. */
export function isTheme(text: unknown): text is ThemeChoice {
  return text === 'system' || text === 'light' || text === 'dark';
}

/** Light or dark, remembered in this browser. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly chosen = signal<ThemeChoice>('system');

  /** The choice in force. */
  readonly choice = this.chosen.asReadonly();

  constructor() {
    const stored = localStorage.getItem(STORED);
    this.use(isTheme(stored) ? stored : 'system');
  }

  /** Changes the look at once. */
  use(choice: ThemeChoice): void {
    this.chosen.set(choice);
    document.documentElement.dataset['theme'] = choice;
    localStorage.setItem(STORED, choice);
  }
}
