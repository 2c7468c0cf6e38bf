import type { IconName } from '../core/icons';
import type { Right } from '../core/session';

/** One page of Settings; `label` is a text key that is there in every language (put it into `settings/i18n` under `nav`). */
export interface SettingsSection { path: string; label: string; icon: IconName; right: Right }

/** The pages of Settings in the order of its navigation, in groups. Whoever adds a page adds its line here and its route in `routes.ts`. */
export const SETTINGS_SECTIONS: readonly (readonly SettingsSection[])[] = [
  [
    { path: 'people', label: 'settings.nav.people', icon: 'person', right: 'people.manage' },
    { path: 'teams', label: 'settings.nav.teams', icon: 'groups', right: 'people.manage' },
    { path: 'organisation', label: 'settings.nav.organisation', icon: 'home', right: 'settings.manage' },
    { path: 'calendar', label: 'settings.nav.calendar', icon: 'calendar_month', right: 'settings.manage' },
  ],
  [
    { path: 'channels', label: 'settings.nav.channels', icon: 'forum', right: 'settings.manage' },
    { path: 'dispositions', label: 'settings.nav.dispositions', icon: 'call', right: 'settings.manage' },
    { path: 'outcomes', label: 'settings.nav.outcomes', icon: 'task_alt', right: 'settings.manage' },
    { path: '/cadences', label: 'settings.nav.cadences', icon: 'schedule', right: 'plans.write' },
    { path: 'norms', label: 'settings.nav.norms', icon: 'check_circle', right: 'plans.write' },
    { path: 'stages', label: 'settings.nav.stages', icon: 'flag', right: 'settings.manage' },
    { path: 'tiers', label: 'settings.nav.tiers', icon: 'star', right: 'settings.manage' },
    { path: 'incentives', label: 'settings.nav.incentives', icon: 'sell', right: 'settings.manage' },
    { path: 'fields', label: 'settings.nav.fields', icon: 'tune', right: 'settings.manage' },
  ],
];

/** The groups of pages that somebody with these rights may open. */
export const sectionsFor = (can: (right: Right) => boolean): (readonly SettingsSection[])[] =>
  SETTINGS_SECTIONS.map((group) => group.filter(({ right }) => can(right))).filter((group) => group.length > 0);
