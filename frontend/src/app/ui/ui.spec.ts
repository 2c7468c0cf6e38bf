import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, Type, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteHarness } from '@angular/material/autocomplete/testing';
import { MatDatepickerInputHarness } from '@angular/material/datepicker/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { aSession, provideTesting, ready, settle } from '../../testing';
import { Failure } from '../core/errors';
import { Language } from '../core/i18n';
import { initialsOf } from './avatar';
import { Confirm } from './confirm';
import { DateField } from './date-field';
import { Filter } from './filter';
import { ListKeys } from './list-keys';
import { Choice, LookupField } from './lookup-field';
import { parseDay } from './parse-day';
import { parseTime } from './parse-time';
import { QuickDates } from './quick-dates';
import { Rate } from './rate';
import { Segments } from './segments';
import { State } from './state';
import { TimeField } from './time-field';

const open = async <T>(part: Type<T>, language: Language = 'en'): Promise<{ fixture: ComponentFixture<T>; page: T; element: HTMLElement; loader: HarnessLoader }> => {
  TestBed.configureTestingModule({ providers: [provideTesting()] });
  await ready(aSession({ person: { language } }));
  const fixture = TestBed.createComponent(part);
  document.body.append(fixture.nativeElement as HTMLElement);
  await settle();
  return { fixture, page: fixture.componentInstance, element: fixture.nativeElement as HTMLElement, loader: TestbedHarnessEnvironment.loader(fixture) };
};
const textOf = (element: HTMLElement): string => element.textContent.replace(/\s+/g, ' ').trim();

describe('typed days', () => {
  const today = '2026-03-04';
  test.each([
    ['04/03/2026', 'en-GB', '2026-03-04'], ['3/4/26', 'en-US', '2026-03-04'], ['4.3.', 'en-GB', '2026-03-04'], ['2026-03-04', 'en-US', '2026-03-04'],
    ['2026年3月4日', 'zh-CN', '2026-03-04'], ['3月4日', 'zh-CN', '2026-03-04'], ['20260304', 'zh-CN', '2026-03-04'], ['+3', 'en-GB', '2026-03-07'],
    ['31/02/2026', 'en-GB', undefined], ['tomorrow', 'en-GB', undefined], ['13/13/2026', 'en-GB', undefined], ['4', 'en-GB', undefined],
  ])('%s in %s', (text, locale, day) => { expect(parseDay(text, locale, today)).toBe(day); });
});

test.each([
  ['930', '09:30'], ['9:30', '09:30'], ['9', '09:00'], ['9.30 pm', '21:30'], ['12 am', '00:00'], ['下午3点半', '15:30'], ['15时30分', '15:30'], ['10：05', '10:05'],
  ['25:00', undefined], ['9:61', undefined], ['soon', undefined], ['', undefined],
])('the time %j', (text, time) => { expect(parseTime(text)).toBe(time); });

test.each([['Chen Wei', 'CW'], ['王小明', '小明'], ['李华', '李华'], ['Madonna', 'M'], ['Anna Maria de Souza', 'AS'], ['', '']])('initials of %s', (name, initials) => { expect(initialsOf(name)).toBe(initials); });

describe('the date field', () => {
  @Component({ imports: [DateField], template: '<t-date-field label="Due" min="2026-03-01" [control]="due" />' })
  class Page { readonly due = new FormControl<string | null>('2026-03-04'); }

  test('shows the day as the person writes it and gives plain days back', async () => {
    const { page, loader } = await open(Page, 'zh-Hans');
    const field = await loader.getHarness(MatDatepickerInputHarness);
    expect(await field.getValue()).toBe('2026/03/04');
    await field.setValue('3月9日');
    expect(page.due.value).toBe('2026-03-09');
  });

  test('opens a calendar that starts the week on Monday', async () => {
    const { page, loader } = await open(Page);
    const field = await loader.getHarness(MatDatepickerInputHarness);
    await field.openCalendar();
    const calendar = await field.getCalendar();
    expect(await calendar.getCurrentViewLabel()).toMatch(/MAR 2026/i);
    expect(document.querySelector('.mat-calendar-table-header th')?.textContent).toContain('Monday');
    await calendar.selectCell({ text: '20' });
    expect(page.due.value).toBe('2026-03-20');
  });

  test('says what is wrong beside itself', async () => {
    const { page, loader } = await open(Page);
    const field = await loader.getHarness(MatDatepickerInputHarness);
    await field.setValue('never');
    await field.blur();
    const errors = await (await loader.getHarness(MatFormFieldHarness)).getTextErrors();
    expect(errors[0]).toMatch(/^Write a date such as /);
    expect(page.due.invalid).toBe(true);
  });
});

describe('the time field', () => {
  @Component({ imports: [TimeField], template: '<t-time-field label="Time" [control]="at" />' })
  class Page { readonly at = new FormControl<string | null>(null); }

  test('reads what people type, moves by quarters, keeps what it can not read', async () => {
    const { page, loader } = await open(Page);
    const input = await loader.getHarness(MatInputHarness);
    await input.setValue('930');
    await (await input.host()).dispatchEvent('change');
    expect([page.at.value, await input.getValue()]).toEqual(['09:30', '09:30']);
    await (await input.host()).dispatchEvent('keydown', { key: 'ArrowUp' });
    expect(page.at.value).toBe('09:45');
    await input.setValue('soon');
    await (await input.host()).dispatchEvent('change');
    await input.blur();
    expect([page.at.value, await input.getValue()]).toEqual([null, 'soon']);
    expect(await (await loader.getHarness(MatFormFieldHarness)).getTextErrors()).toEqual(['Write a time such as 09:30']);
  });
});

describe('the lookup field', () => {
  const everyone = [{ id: '1', label: '王小明', detail: 'Beijing' }, { id: '2', label: 'Wang Fang' }];
  @Component({ imports: [LookupField], template: '<t-lookup-field label="Customer" [control]="customer" [find]="find" (chosen)="heard.set($event.id)" />' })
  class Page {
    readonly customer = new FormControl<Choice | null>(null);
    readonly heard = signal('');
    readonly find = (text: string): Promise<Choice[]> => Promise.resolve(everyone.filter(({ label }) => label.includes(text)));
  }

  test('offers likely choices, narrows them, and holds the chosen one', async () => {
    const { page, loader } = await open(Page);
    const field = await loader.getHarness(MatAutocompleteHarness);
    await field.focus();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await field.getOptions()).toHaveLength(2);
    await field.enterText('小明');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await field.selectOption({ text: /王小明/ });
    expect([page.customer.value?.id, page.heard(), await field.getValue()]).toEqual(['1', '1', '王小明']);
  });
});

describe('the state frame', () => {
  @Component({
    imports: [State],
    template: '<t-state [of]="rows" [empty]="rows.value()?.length === 0"><p empty>No customers yet</p>@for (row of rows.value(); track row) {<b>{{ row }}</b>}</t-state>',
  })
  class Page {
    readonly rows = { value: signal<string[] | undefined>(undefined), isLoading: signal(true), problem: signal<Failure | undefined>(undefined), reload: (): void => { this.asked++; } };
    asked = 0;
  }

  test('loading, failed with a retry, empty, data', async () => {
    const { page, element } = await open(Page);
    expect(element.querySelector('[role=status]')?.textContent).toContain('Loading');
    page.rows.isLoading.set(false);
    page.rows.problem.set(new Failure(0, 'offline'));
    await settle();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('No connection');
    element.querySelector<HTMLButtonElement>('[role=alert] button')?.click();
    expect(page.asked).toBe(1);
    page.rows.problem.set(undefined);
    page.rows.value.set([]);
    await settle();
    expect(textOf(element)).toBe('No customers yet');
    page.rows.value.set(['Lin']);
    await settle();
    expect(textOf(element)).toBe('Lin');
  });

  test('old data stays while new loads, and when that fails', async () => {
    const { page, element } = await open(Page);
    page.rows.value.set(['Lin']);
    await settle();
    expect([textOf(element), element.querySelector('t-state')?.getAttribute('aria-busy')]).toEqual(['Lin', 'true']);
    page.rows.isLoading.set(false);
    page.rows.problem.set(new Failure(503, 'unavailable'));
    await settle();
    expect(textOf(element)).toMatch(/The server is not ready.*Lin/);
  });
});

describe('a rate', () => {
  @Component({ imports: [Rate], template: '<t-rate [rate]="rate()" [n]="n()" [low]="0.081" [high]="0.179" />' })
  class Page { readonly rate = signal<number | null>(0.123); readonly n = signal(45); }
  const shown = (element: HTMLElement): string => element.querySelector('[aria-hidden]')?.textContent ?? '';

  test('never stands without what it rests on', async () => {
    const { page, element } = await open(Page);
    expect(shown(element)).toBe('12.3%n 45 · 8.1–17.9');
    expect(element.querySelector('.t-hidden')?.textContent).toBe('12.3%, from 45 cases; 95 % interval 8.1% to 17.9%');
    page.n.set(9);
    await settle();
    expect(shown(element)).toBe('–n 9');
    page.n.set(0);
    page.rate.set(null);
    await settle();
    expect(shown(element)).toBe('–n 0');
  });
});

describe('choices in a row', () => {
  @Component({
    imports: [QuickDates, ReactiveFormsModule, Segments],
    template: '<t-segments label="Channel" [segments]="channels" [formControl]="channel" /><t-quick-dates label="Next contact" [dates]="dates" [(date)]="date" />',
  })
  class Page {
    readonly channels = [{ value: 'phone', label: 'Phone' }, { value: 'visit', label: 'Visit' }];
    readonly channel = new FormControl('phone');
    readonly dates = [{ label: '+1', date: '2026-03-05' }];
    readonly date = signal<string | null>(null);
  }

  test('segments are radio buttons of a form', async () => {
    const { page, element } = await open(Page);
    const radios = [...element.querySelectorAll<HTMLInputElement>('[role=radiogroup][aria-label=Channel] input')];
    expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
    radios[1]?.click();
    await settle();
    expect(page.channel.value).toBe('visit');
  });

  test('a quick date holds until it is pressed again', async () => {
    const { page, element } = await open(Page);
    const button = element.querySelector<HTMLButtonElement>('[role=group] button');
    button?.click();
    await settle();
    expect([page.date(), button?.getAttribute('aria-pressed'), textOf(button as HTMLElement)]).toEqual(['2026-03-05', 'true', '+1Thu, Mar 5']);
    button?.click();
    expect(page.date()).toBeNull();
  });
});

describe('a filter', () => {
  @Component({ imports: [Filter], template: '<t-filter label="Stage" [options]="stages" [(selected)]="chosen" />' })
  class Page { readonly stages = [{ value: 'new', label: 'New' }, { value: 'won', label: 'Won' }]; readonly chosen = signal<readonly string[]>([]); }

  test('says what it narrows down to and can be taken back', async () => {
    const { page, element } = await open(Page);
    element.querySelector<HTMLButtonElement>('button')?.click();
    await settle();
    const dialog = document.querySelector<HTMLElement>('[role=dialog][aria-label=Stage]');
    dialog?.querySelectorAll<HTMLInputElement>('input')[1]?.click();
    await settle();
    expect([page.chosen(), textOf(element)]).toEqual([['won'], 'Stage: Won']);
    element.querySelector<HTMLButtonElement>('button[aria-label="Remove Stage"]')?.click();
    expect(page.chosen()).toEqual([]);
  });
});

describe('walking a list', () => {
  @Component({ imports: [ListKeys], template: '<ul [tListKeys]="3" [(selected)]="at" (opened)="opened.set($event)"><li data-row></li><li data-row></li><li data-row></li></ul>' })
  class Page { readonly at = signal(-1); readonly opened = signal(-1); }
  const press = (key: string): boolean => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  test('J and K move within it, Enter opens', async () => {
    const { page } = await open(Page);
    press('j'); press('j'); press('k'); press('Enter');
    expect([page.at(), page.opened()]).toEqual([0, 0]);
    for (let i = 0; i < 9; i++) press('j');
    expect(page.at()).toBe(2);
  });
});

describe('a question', () => {
  @Component({ template: '' })
  class Page {}

  test('resolves to the answer', async () => {
    const { fixture } = await open(Page);
    const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const answer = TestBed.inject(Confirm).ask({ title: 'End all sessions?', confirm: 'End them', isDangerous: true });
    await settle();
    const dialog = await loader.getHarness(MatDialogHarness);
    expect([await dialog.getTitleText(), await dialog.getRole()]).toEqual(['End all sessions?', 'alertdialog']);
    document.querySelectorAll<HTMLButtonElement>('mat-dialog-actions button')[1]?.click();
    expect(await answer).toBe(true);
  });
});
