/** The address that calls or writes to a contact point, null where a device knows none. */
export function linkOf({ kind, value }: { kind: string; value: string }): string | null {
  return kind === 'phone' ? `tel:${value.replace(/[^\d+]/g, '')}` : kind === 'email' ? `mailto:${value}` : null;
}
