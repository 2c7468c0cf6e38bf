import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import { settingsTexts } from '../texts';
import { OrganisationPage } from './organisation-page';

const stored = { name: 'Harbour Instruments', timeZone: 'Asia/Shanghai', currency: 'CNY', language: 'en', weekStartsOn: 1, contactsPerDay: 8, version: 2 };

describe('the organisation in Settings', () => {
  const open = async (): Promise<() => Promise<void>> => {
    TestBed.configureTestingModule({ providers: [provideTesting({ settings: settingsTexts }), provideRouter([])] });
    await ready(aSession({ rights: ['settings.manage'] }));
    const fixture = TestBed.createComponent(OrganisationPage);
    document.body.append(fixture.nativeElement as HTMLElement);
    await settle();
    api().expectOne('/api/organisation').flush(stored);
    await settle();
    return async () => {
      await (await TestbedHarnessEnvironment.loader(fixture).getHarness(MatButtonHarness.with({ text: 'Save' }))).click();
      await settle();
    };
  };
  afterEach(() => { document.body.innerHTML = ''; });

  const perDay = (): HTMLInputElement => document.querySelector('input[formControlName="contactsPerDay"]') as HTMLInputElement;
  const type = (input: HTMLInputElement, text: string): void => { input.value = text; input.dispatchEvent(new Event('input')); };

  test('sends what was touched', async () => {
    const save = await open();
    expect(perDay().value).toBe('8');
    type(perDay(), '12');
    await save();
    const call = api().expectOne({ method: 'PATCH', url: '/api/organisation' });
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([{ contactsPerDay: 12 }, '"2"']);
    call.flush({ ...stored, contactsPerDay: 12, version: 3 });
    await settle();
    api().expectOne('/api/session').flush(aSession());
  });

  test('wants at least one contact a day', async () => {
    const save = await open();
    type(perDay(), '0');
    await save();
    api().expectNone({ method: 'PATCH' });
  });

  test('keeps what was typed when somebody was faster, and saves it onto the newer version', async () => {
    const save = await open();
    const name = document.querySelector<HTMLInputElement>('[formControlName="name"]');
    if (name) name.value = 'Harbour Ltd';
    name?.dispatchEvent(new Event('input'));
    await save();
    api().expectOne({ method: 'PATCH', url: '/api/organisation' }).flush({ code: 'changed_meanwhile' }, { status: 412, statusText: '' });
    await settle();
    api().expectOne('/api/organisation').flush({ ...stored, name: 'Other', currency: 'EUR', version: 9 });
    await settle();
    expect(name?.value).toBe('Harbour Ltd');
    await save();
    const call = api().expectOne({ method: 'PATCH', url: '/api/organisation' });
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([{ name: 'Harbour Ltd' }, '"9"']);
  });
});
