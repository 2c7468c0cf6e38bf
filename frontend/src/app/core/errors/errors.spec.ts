import { TestBed } from '@angular/core/testing';
import { FormControl, FormGroup, Validators } from '@angular/forms';
import { aSession, provideTesting, ready } from '../../../testing';
import { Problem } from '../api';
import { submission } from '../forms';
import { Errors } from './errors';

const form = (): FormGroup<{ name: FormControl<string | null>; nextStep: FormGroup<{ dueOn: FormControl<string | null> }> }> => new FormGroup({
  name: new FormControl('', Validators.maxLength(3)),
  nextStep: new FormGroup({ dueOn: new FormControl('') }),
});

describe('what is wrong', () => {
  let errors: Errors;
  const open = async (language: 'en' | 'zh-Hans' = 'en'): Promise<void> => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    await ready(aSession({ person: { language } }));
    errors = TestBed.inject(Errors);
  };

  test('Angular’s and the server’s refusals read the same', async () => {
    await open();
    const { controls } = form();
    controls.name.setValue('too long');
    expect(errors.ofControl(controls.name)).toBe('At most 3 characters');
    expect(errors.ofField({ code: 'too_long', params: { max: 3 } })).toBe('At most 3 characters');
  });

  test('an unknown code gets a decent sentence', async () => {
    await open('zh-Hans');
    expect(errors.ofField({ code: 'never_heard_of' })).toBe('此内容未被接受');
    expect(errors.ofProblem(new Problem(409, 'never_heard_of'))).toBe('操作未被接受。');
    expect(errors.ofProblem(new Problem(500, 'never_heard_of'))).toContain('服务器出错了');
  });

  test('days in a message are written as the person writes them', async () => {
    await open();
    expect(errors.ofField({ code: 'too_early', params: { min: '2026-03-04' } })).toMatch(/^Not before (04\/03|03\/04|3\/4|03\/04)/);
    expect(errors.ofField({ code: 'bad_date' })).not.toContain('{{');
  });

  test('the server’s fields land on their controls until they are changed; the rest is handed back', async () => {
    await open();
    const typed = form();
    const rest = errors.place(new Problem(422, 'invalid_input', [{ field: 'nextStep.dueOn', code: 'in_past' }, { field: 'owner', code: 'unknown' }]), typed);
    const { dueOn } = typed.controls.nextStep.controls;
    expect(errors.ofControl(dueOn)).toBe('This lies in the past');
    expect(rest.map(({ field }) => field)).toEqual(['owner']);
    dueOn.setValue('2027-01-01');
    expect(dueOn.valid).toBe(true);
  });

  test('a submission runs once at a time, says why it failed and keeps what was typed', async () => {
    await open();
    const typed = form();
    const sent = TestBed.runInInjectionContext(() => submission(typed));
    typed.controls.name.setValue('Lin');
    let calls = 0;
    const refuse = (): Promise<never> => { calls++; return Promise.reject(new Problem(0, 'offline')); };
    await Promise.all([sent.run(refuse), sent.run(refuse)]);
    expect(calls).toBe(1);
    expect(sent.failure()).toBe('No connection. Nothing you typed is lost.');
    expect([sent.isBusy(), typed.value.name]).toEqual([false, 'Lin']);
    typed.controls.name.setValue('too long');
    await sent.run(refuse);
    expect(calls).toBe(1);
  });
});
