import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { sectionsFor } from './sections';

/** The frame of Settings: its own navigation beside the page; on a phone a way back to the list above it. */
@Component({
  selector: 't-settings-frame',
  imports: [MatIcon, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './settings-frame.html',
  styleUrl: './settings-frame.scss',
})
export class SettingsFrame {
  protected readonly t = inject(I18n).t;
  private readonly session = inject(Session);
  protected readonly groups = computed(() => sectionsFor((right) => this.session.can(right)));
}
