import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';

// Without the letters and digits that are read wrongly from a console.
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** The one-time code on the console, which proves that whoever sets Tangent up also runs it: 78 random bits, new at each start. */
@Injectable()
export class SetupCode {
  /** As printed, in groups. */
  readonly text = Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join('-');

  /** Whether that is the code; takes the same time whatever is wrong with it. */
  matches(typed: string): boolean {
    return timingSafeEqual(digest(bare(typed)), digest(bare(this.text)));
  }
}
