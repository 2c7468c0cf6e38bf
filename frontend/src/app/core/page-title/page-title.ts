import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { I18n } from '../i18n';

/** The browser's title: what the page says, else its route's text key, then the product's name. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly i18n = inject(I18n);
  private readonly key = signal('');
  private readonly own = signal('');
  private readonly badge = signal(0);

  /** The page's name without the product's. */
  readonly name = computed(() => this.own() || (this.key() && this.i18n.t(this.key())));

  constructor() {
    super();
    const title = inject(Title);
    effect(() => {
      const count = this.badge() > 0 ? `(${this.badge()}) ` : '';
      const product = this.i18n.t('shell.product');
      title.setTitle(this.name() ? `${count}${this.name()} · ${product}` : product);
    });
  }

  /** Takes the route's `title`, a text key, at each navigation. */
  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(state) ?? '');
    this.own.set('');
    this.badge.set(0);
  }

  /** Names the page after its content, such as a customer, until the next navigation. */
  set(name: string): void {
    this.own.set(name);
  }

  /** Counts what waits, in front of the title, until the next navigation. */
  count(waiting: number): void {
    this.badge.set(waiting);
  }
}
