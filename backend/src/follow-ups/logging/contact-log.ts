import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { LogContact, LoggedView } from './log-contact.dto.ts';

@Injectable()
export class ContactLog {
  log(_a: Actor, _g: LogContact): Promise<LoggedView> {
    throw new Error('soon');
  }
}
