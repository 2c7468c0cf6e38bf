import type { IconName } from '../core/icons';

/** One page of Settings; `label` is a text key that is there in every language (put it into `settings/i18n` under `nav`). */
export interface SettingsSection { path: string; label: string; icon: IconName; right: string }

/** The pages of Settings in the order of its navigation, in groups. Whoever adds a page adds its line here and its route in `routes.ts`. */
export const SETTINGS_SECTIONS: readonly (readonly SettingsSection[])[] = [
  [
    { path: 'people', label: 'settings.nav.people', icon: 'person', right: 'people.manage' },
    { path: 'teams', label: 'settings.nav.teams', icon: 'groups', right: 'people.manage' },
    { path: 'organisation', label: 'settings.nav.organisation', icon: 'home', right: 'settings.manage' },
    { path: 'calendar', label: 'settings.nav.calendar', icon: 'calendar_month', right: 'settings.manage' },
  ],
];
