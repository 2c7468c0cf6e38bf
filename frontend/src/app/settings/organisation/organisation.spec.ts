import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import { settingsTexts } from '../texts';
import { OrganisationPage } from './organisation-page';

const stored = { name: 'Harbour Instruments', timeZone: 'Asia/Shanghai', currency: 'CNY', language: 'en', weekStartsOn: 1, workingWeekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '18:00', version: 2 };

describe('the organisation in Settings', () => {
  const open = async (): Promise<() => Promise<void>> => {
    TestBed.configureTestingModule({ providers: [provideTesting({ settings: settingsTexts })] });
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
  const day = (name: string): HTMLInputElement => document.querySelector(`input[aria-label="${name}"]`) as HTMLInputElement;

  test('shows the working week and sends what was touched', async () => {
    const save = await open();
    expect([day('Friday').checked, day('Saturday').checked]).toEqual([true, false]);
    day('Saturday').click();
    await settle();
    await save();
    const call = api().expectOne({ method: 'PATCH', url: '/api/organisation' });
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([{ workingWeekdays: [1, 2, 3, 4, 5, 6] }, '"2"']);
    call.flush({ ...stored, workingWeekdays: [1, 2, 3, 4, 5, 6], version: 3 });
    await settle();
    api().expectOne('/api/session').flush(aSession());
  });

  test('wants at least one working day', async () => {
    const save = await open();
    for (const name of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) day(name).click();
    await settle();
    await save();
    api().expectNone({ method: 'PATCH' });
    expect(document.querySelector('[role="alert"]')?.textContent).toBe('At least one day must be worked');
  });

  test('keeps what was typed when somebody was faster, and saves it onto the newer version', async () => {
    const save = await open();
    const name = document.querySelector<HTMLInputElement>('[formControlName="name"]');
    if (name) name.value = 'Harbour Ltd';
    name?.dispatchEvent(new Event('input'));
    await save();
    api().expectOne({ method: 'PATCH', url: '/api/organisation' }).flush({ code: 'changed_meanwhile' }, { status: 412, statusText: '' });
    await settle();
    api().expectOne('/api/organisation').flush({ ...stored, name: 'Other', opensAt: '08:00', version: 9 });
    await settle();
    expect(name?.value).toBe('Harbour Ltd');
    await save();
    const call = api().expectOne({ method: 'PATCH', url: '/api/organisation' });
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([{ name: 'Harbour Ltd' }, '"9"']);
  });
});
