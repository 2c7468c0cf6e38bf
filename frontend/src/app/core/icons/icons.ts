import { EnvironmentProviders, Injectable, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';
import type { pageIcons } from './page-icons';
import { shellIcons } from './shell-icons';

/** The name of an icon of the product; add new ones to `page-icons.ts`. */
export type IconName = keyof typeof shellIcons | keyof typeof pageIcons;

/** Registers the product's icons with Material. */
@Injectable({ providedIn: 'root' })
export class Icons {
  private readonly registry = inject(MatIconRegistry);
  private readonly sanitizer = inject(DomSanitizer);

  /** Makes icons usable as `<mat-icon svgIcon="name">`. */
  add(icons: Record<string, string>): void {
    for (const [name, svg] of Object.entries(icons)) this.registry.addSvgIconLiteral(name, this.sanitizer.bypassSecurityTrustHtml(svg));
  }
}

/** Icons of the shell at once, all others as a chunk of their own before the first page opens. */
export function provideIcons(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideAppInitializer(async () => {
      const icons = inject(Icons);
      icons.add(shellIcons);
      icons.add((await import('./page-icons')).pageIcons);
    }),
  ]);
}
