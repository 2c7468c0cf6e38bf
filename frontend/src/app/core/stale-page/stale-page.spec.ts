import { DOCUMENT } from '@angular/common';
import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { StalePage, provideStalePage } from '.';

const missing = new TypeError('Failed to fetch dynamically imported module: /chunk-AAAAAAA1.js');
const opened = jest.fn();

describe('a page that the server has replaced', () => {
  let served: string | Error;
  const script = document.createElement('script');
  const page = (): StalePage => {
    const stale = TestBed.inject(StalePage);
    (stale as unknown as { open: typeof opened }).open = opened;
    return stale;
  };
  beforeEach(() => {
    opened.mockReset();
    TestBed.configureTestingModule({ providers: [provideStalePage()] });
    script.setAttribute('type', 'text/plain');
    script.setAttribute('src', 'main-AAAAAAA1.js');
    document.head.append(script);
    globalThis.fetch = jest.fn(() => (served instanceof Error ? Promise.reject(served) : Promise.resolve({ ok: true, text: () => Promise.resolve(served as string) } as unknown as globalThis.Response)));
  });
  afterEach(() => { script.remove(); });

  test('is opened from the server, once, when a part of it is not there any more', async () => {
    served = '<script src="main-BBBBBBB2.js" type="module"></script>';
    const stale = page();
    await Promise.all([stale.leaveIfStale(missing, '/plans'), stale.leaveIfStale(missing, '/plans')]);
    await stale.leaveIfStale(missing, '/plans');
    expect(opened.mock.calls).toEqual([['/plans']]);
  });

  test('stays when it is the same, when the server is away, and for any other defect', async () => {
    served = '<script src="main-AAAAAAA1.js" type="module"></script>';
    await page().leaveIfStale(missing, '/plans');
    served = new TypeError('Failed to fetch');
    await page().leaveIfStale(missing, '/plans');
    served = '';
    await page().leaveIfStale(new Error('defect'), '/plans');
    expect(opened).not.toHaveBeenCalled();
  });

  test('is left too when a sheet could not be loaded', async () => {
    served = '';
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    page();
    TestBed.inject(ErrorHandler).handleError(missing);
    await new Promise((resolve) => setTimeout(resolve));
    expect(opened.mock.calls).toEqual([[TestBed.inject(DOCUMENT).location.href]]);
  });
});
