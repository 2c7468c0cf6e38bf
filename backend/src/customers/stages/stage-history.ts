import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { ChangeStage, StageHistoryView } from './stage-changes.dto.ts';
@Injectable()
export class StageHistory {
  read(_actor: Actor, _id: string): Promise<StageHistoryView> { throw new Error(); }
  change(_actor: Actor, _id: string, _input: ChangeStage): Promise<StageHistoryView> { throw new Error(); }
  takeBack(_actor: Actor, _id: string, _changeId: string): Promise<StageHistoryView> { throw new Error(); }
}
