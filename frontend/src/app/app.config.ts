import { provideHttpClient, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import { ApplicationConfig, inject, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withInMemoryScrolling, withNavigationErrorHandler, withRouterConfig } from '@angular/router';
import { expiredSessionInterceptor } from './core/api';
import { provideI18n } from './core/i18n';
import { provideIcons } from './core/icons';
import { PageTitles } from './core/page-title';
import { Session } from './core/session';
import { leaveStalePage, provideStalePage } from './core/stale-page';
import { provideCustomers } from './customers/provide-customers';
import { provideLog } from './log/provide-log';
import { provideWorkingTime } from './working-time/provide-working-time';
import { routes } from './routes';
import { providePalette } from './shell/palette/provide-palette';
import { shellTexts } from './shell/texts';
import { uiTexts } from './ui/texts';

/** Everything the application is made of before its first page. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideStalePage(),
    // Same origin and SameSite cookies; the server checks Origin and Sec-Fetch-Site, no token is needed.
    provideHttpClient(withNoXsrfProtection(), withInterceptors([expiredSessionInterceptor])),
    provideI18n({ ui: uiTexts, shell: shellTexts }),
    provideIcons(),
    provideLog(),
    provideWorkingTime(),
    provideCustomers(),
    providePalette(),
    provideAppInitializer(() => inject(Session).load()),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(leaveStalePage),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitles },
  ],
};
