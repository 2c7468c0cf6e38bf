import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { ChangeOwner, OwnerHistoryView, OwnersChangedView } from './ownership.dto.ts';
@Injectable()
export class Ownership {
  change(_actor: Actor, _ids: string[], _to: ChangeOwner): Promise<OwnersChangedView> { throw new Error(); }
  history(_actor: Actor, _id: string): Promise<OwnerHistoryView> { throw new Error(); }
}
