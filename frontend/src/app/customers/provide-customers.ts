import { EnvironmentProviders, Injector, effect, inject, provideAppInitializer } from '@angular/core';
import { Session } from '../core/session';
import { Shortcuts } from '../core/shortcuts';

/** Makes `C` open the sheet for a new customer, for as long as somebody with the right is signed in. */
export function provideCustomers(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const [session, shortcuts, injector] = [inject(Session), inject(Shortcuts), inject(Injector)];
    const run = (): void => void import('./new-customer').then((m) => injector.get(m.NewCustomer).open());
    effect((onCleanup) => {
      if (session.can('customers.write')) onCleanup(shortcuts.register({ id: 'create-customer', keys: 'c', label: 'shell.createCustomer', run }));
    });
  });
}
