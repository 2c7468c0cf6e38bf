import { Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { AbstractControl, FormArray } from '@angular/forms';
import { map, startWith, switchMap } from 'rxjs';

/** The rows of a list in a form as a signal that follows every change; call it where injection is possible. */
export function rowsOf<C extends AbstractControl>(list: Signal<FormArray<C>>): Signal<readonly C[]> {
  return toSignal(toObservable(list).pipe(switchMap((rows) => rows.valueChanges.pipe(startWith(null), map(() => [...(rows.controls as C[])])))), { initialValue: [] });
}

/** Puts a row of a list in a form one place up. */
export function moveRowUp(list: FormArray, index: number): void {
  const moved: AbstractControl = list.at(index);
  list.removeAt(index, { emitEvent: false });
  list.insert(index - 1, moved);
  list.markAsDirty();
}
