import type { IconName } from '../core/icons';
import type { Right } from '../core/session';

/** One page in the navigation; hidden from people without the right. */
export interface NavigationItem { path: string; label: string; icon: IconName; keys: string; right?: Right; isInBottomBar?: boolean }

/** The pages in the order of the navigation; on a phone those outside the bottom bar stand under More. */
export const NAVIGATION: readonly NavigationItem[] = [
  { path: '/', label: 'shell.nav.myDay', icon: 'today', keys: 'g d', isInBottomBar: true },
  { path: '/customers', label: 'shell.nav.customers', icon: 'group', keys: 'g c', isInBottomBar: true },
  { path: '/schedule', label: 'shell.nav.schedule', icon: 'calendar_month', keys: 'g s', isInBottomBar: true },
  { path: '/plans', label: 'shell.nav.plans', icon: 'flag', keys: 'g p' },
  { path: '/approvals', label: 'shell.nav.approvals', icon: 'verified', keys: 'g a' },
  { path: '/reports', label: 'shell.nav.reports', icon: 'monitoring', keys: 'g r', right: 'reports.see', isInBottomBar: true },
  { path: '/import', label: 'shell.nav.import', icon: 'upload', keys: 'g i', right: 'customers.import' },
  { path: '/settings', label: 'shell.nav.settings', icon: 'settings', keys: 'g ,', right: 'settings.manage' },
];
