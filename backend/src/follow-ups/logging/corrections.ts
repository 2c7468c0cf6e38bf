import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { CorrectFollowUp, CorrectionsView } from './corrections.dto.ts';

@Injectable()
export class Corrections {
  correct(_a: Actor, _id: string, _v: number, _g: CorrectFollowUp): Promise<void> {
    throw new Error('soon');
  }
  of(_a: Actor, _id: string): Promise<CorrectionsView> {
    throw new Error('soon');
  }
}
