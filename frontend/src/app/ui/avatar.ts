import { Component, computed, input } from '@angular/core';

/** A person's or customer's initials on a quiet ground; the name stands beside it, so it is hidden from screen readers. */
@Component({
  selector: 't-avatar',
  template: '{{ initials() }}',
  host: { 'aria-hidden': 'true', '[style.--t-hue]': 'hue()', '[class.large]': "size() === 'large'", '[class.small]': "size() === 'small'" },
  styles: `
    :host { display: inline-grid; place-items: center; flex: none; width: 28px; height: 28px; border-radius: 50%; background: light-dark(hsl(var(--t-hue) 40% 90%), hsl(var(--t-hue) 24% 26%)); color: light-dark(hsl(var(--t-hue) 50% 26%), hsl(var(--t-hue) 40% 86%)); font: 600 0.6875rem / 1 var(--t-font); user-select: none; }
    :host(.small) { width: 20px; height: 20px; font-size: 0.5625rem; }
    :host(.large) { width: 44px; height: 44px; font-size: 1rem; }
  `,
})
export class Avatar {
  /** The full name. */
  readonly name = input.required<string>();

  /** 20, 28 or 44 pixels. */
  readonly size = input<'small' | 'medium' | 'large'>('medium');

  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly hue = computed(() => [...this.name()].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7));
}

/** Two letters of a Latin name, the last two characters of a Chinese one (the given name). */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) return [...trimmed.replace(/\P{Script=Han}/gu, '')].slice(-2).join('');
  const words = trimmed.split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [trimmed];
  return letters.map((word) => [...(word ?? '')][0] ?? '').join('').toUpperCase();
}
