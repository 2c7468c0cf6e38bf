import { EnvironmentProviders, effect, inject, provideAppInitializer } from '@angular/core';
import { Session } from '../core/session';
import { Shortcuts } from '../core/shortcuts';
import { NewCustomer } from './new-customer';

/** Makes `C` open the sheet for a new customer, for as long as somebody with the right is signed in. */
export function provideCustomers(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const [session, shortcuts, newCustomer] = [inject(Session), inject(Shortcuts), inject(NewCustomer)];
    effect((onCleanup) => {
      if (session.can('customers.write')) onCleanup(shortcuts.register({ id: 'create-customer', keys: 'c', label: 'shell.createCustomer', run: () => void newCustomer.open() }));
    });
  });
}
