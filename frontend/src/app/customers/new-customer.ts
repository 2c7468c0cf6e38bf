import { Injectable, inject } from '@angular/core';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { Sheets } from '../ui/sheets';
import { customersTexts } from './texts';

/** Opens the sheet for a new customer over any page, for people who may create one. */
@Injectable({ providedIn: 'root' })
export class NewCustomer {
  private readonly i18n = inject(I18n);
  private readonly session = inject(Session);
  private readonly sheets = inject(Sheets);
  private isOpen = false;

  /** Opens it; a double press opens one sheet. */
  async open(): Promise<void> {
    if (this.isOpen || !this.session.can('customers.write')) return;
    this.isOpen = true;
    try {
      await this.i18n.add('customers', customersTexts);
      await this.sheets.open(() => import('./form/customer-sheet').then((m) => m.CustomerSheet), { data: {}, isWide: true });
    } finally {
      this.isOpen = false;
    }
  }
}
