import { Injectable, signal } from '@angular/core';

/** What the log sheet starts with, where it is known. */
export interface LogStart {
  customer?: { id: string; name: string };
  channelId?: string | null;
  /** The open touchpoint that is being worked. */
  touchpointId?: string | null;
  /** Points of the norm that were ticked before the sheet opened, as on a contact card. */
  norm?: { versionId: string; ticked: readonly string[] };
  /** A line that says what was done, such as `phone 王总 reached sent quote +3d 10:00`. */
  line?: string;
}

/** What became of the sheet: the record's customer when something was saved, undefined when it was left. */
export type LogResult = { customerId: string } | undefined;

/** Opens the log sheet over any page; the feature that owns the sheet plugs itself in at start. */
@Injectable({ providedIn: 'root' })
export class LogOpener {
  private readonly opener = signal<((start: LogStart) => Promise<LogResult>) | undefined>(undefined);
  private readonly reader = signal<(line: string) => boolean>(() => false);
  private readonly here = signal<LogStart>({});

  /** The start that the page at hand proposes, such as its customer. */
  readonly proposal = this.here.asReadonly();

  /** Opens the sheet; resolves when it closes. */
  async open(start: LogStart = this.here()): Promise<LogResult> {
    return this.opener()?.(start);
  }

  /** A page says what `N` starts with while it is shown; call the returned function when it leaves. */
  propose(start: LogStart): () => void {
    this.here.set(start);
    return () => { if (this.here() === start) this.here.set({}); };
  }

  /** Whether a typed line says what was done, rather than what to look for. */
  understands(line: string): boolean {
    return this.reader()(line);
  }

  /** The feature that owns the sheet: how it opens, and which lines it understands. */
  plugIn(opener: (start: LogStart) => Promise<LogResult>, reader: (line: string) => boolean = () => false): void {
    this.opener.set(opener);
    this.reader.set(reader);
  }
}
