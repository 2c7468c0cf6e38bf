import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { View } from '../../core/api';
import { I18n } from '../../core/i18n';
import { Sheet } from '../../ui/sheet';
import { InvitationLink } from './invitation-link';

/** Shows a link that was just made. */
@Component({
  selector: 't-link-sheet',
  imports: [InvitationLink, MatButton, MatDialogModule, Sheet],
  template: `
    <t-sheet [title]="t('settings.link.title')">
      <t-invitation-link [invited]="invited" />
      <ng-container actions><button matButton mat-dialog-close type="button">{{ t('common.close') }}</button></ng-container>
    </t-sheet>
  `,
})
export class LinkSheet {
  protected readonly t = inject(I18n).t;
  protected readonly invited = inject<View<'InvitedView'>>(MAT_DIALOG_DATA);
}
