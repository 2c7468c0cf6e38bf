import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Says when an element comes near the visible part of the page, to load the next page of a list. */
@Directive({ selector: '[tWhenVisible]' })
export class WhenVisible {
  /** It came near. */
  readonly tWhenVisible = output();

  constructor() {
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) this.tWhenVisible.emit(); }, { rootMargin: '600px' });
    observer.observe(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
    inject(DestroyRef).onDestroy(() => { observer.disconnect(); });
  }
}
