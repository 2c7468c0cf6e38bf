import { AbstractControl, FormGroup } from '@angular/forms';

type Values<C> = { [K in keyof C]?: C[K] extends AbstractControl<infer V> ? V : never };

/** The values of the controls that the person touched, to send no more than was meant. */
export function changesOf<C extends Record<string, AbstractControl>>(form: FormGroup<C>): Values<C> {
  const touched = Object.entries(form.controls).filter(([, control]) => control.dirty);
  return Object.fromEntries(touched.map(([name, control]) => [name, control.value as unknown])) as Values<C>;
}
