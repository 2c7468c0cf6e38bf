import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import type { ExportCustomers } from './list.dto.ts';
@Injectable()
export class CustomerExport {
  csv(_actor: Actor, _query: ExportCustomers): Promise<StreamableFile> { throw new Error(); }
}
