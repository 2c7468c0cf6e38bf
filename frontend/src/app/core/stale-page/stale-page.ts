import { DOCUMENT } from '@angular/common';
import { ErrorHandler, Injectable, Injector, Provider, inject } from '@angular/core';
import { NavigationError } from '@angular/router';

/** Loads the page anew when the server has got another one since it was opened: parts that are loaded when they are needed are not there any more then. */
@Injectable({ providedIn: 'root' })
export class StalePage {
  private readonly document = inject(DOCUMENT);
  private isLeaving = false;

  /** After a part could not be loaded: opens `url` from the server if its page is another one now; does nothing when that is not why, or when the server can not be reached. Drafts are kept. */
  async leaveIfStale(error: unknown, url: string): Promise<void> {
    if (!isMissingPart(error) || !(await this.isStale()) || this.isLeaving) return;
    this.isLeaving = true;
    this.open(url);
  }

  /** Replaces this page by one from the server. */
  protected open(url: string): void {
    this.document.location.assign(url);
    // The same address with a fragment would only scroll.
    if (url.includes('#')) this.document.location.reload();
  }

  private async isStale(): Promise<boolean> {
    const main = this.document.querySelector('script[src*="main"]')?.getAttribute('src');
    if (!main) return false;
    try {
      const answer = await fetch('/index.html', { cache: 'no-store' });
      return answer.ok && !(await answer.text()).includes(main);
    } catch {
      return false;
    }
  }
}

/** What browsers say when an `import()` finds nothing, in their three wordings. */
const isMissingPart = (error: unknown): boolean => error instanceof TypeError && /module/i.test(error.message);

/** For the router: a page that could not be loaded is opened from the server if that has a newer one. */
export const leaveStalePage = ({ error, url }: NavigationError): void => {
  void inject(StalePage).leaveIfStale(error, url);
};

@Injectable()
class StaleSheetHandler extends ErrorHandler {
  private readonly injector = inject(Injector);

  override handleError(error: unknown): void {
    super.handleError(error);
    void this.injector.get(StalePage).leaveIfStale(error, this.injector.get(DOCUMENT).location.href);
  }
}

/** The same for sheets and other parts that are loaded when they are opened. */
export const provideStalePage = (): Provider => ({ provide: ErrorHandler, useClass: StaleSheetHandler });
