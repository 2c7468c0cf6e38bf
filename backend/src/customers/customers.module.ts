import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.ts';
import { CadenceSettling } from './cadences/cadence-settling.ts';
import { Cadences } from './cadences/cadences.ts';
import { CadencesController } from './cadences/cadences.controller.ts';
import { CustomerCadences } from './cadences/customer-cadences.ts';
import { CustomerCadencesController } from './cadences/customer-cadences.controller.ts';
import { CustomersController } from './customers.controller.ts';
import { Customers } from './customers.ts';
import { CustomerExport } from './list/customer-export.ts';
import { CustomerList } from './list/customer-list.ts';
import { CustomerListController } from './list/list.controller.ts';
import { CustomerUpkeep } from './merging/customer-upkeep.ts';
import { OwnershipController } from './ownership/ownership.controller.ts';
import { Ownership } from './ownership/ownership.ts';
import { OwnershipReversal } from './ownership/reversal.ts';
import { Candidates } from './search/candidates.ts';
import { Duplicates } from './search/duplicates.ts';
import { NameMatches } from './search/name-matches.ts';
import { NameRenewal } from './search/name-renewal.ts';
import { NameStatistics } from './search/name-statistics.ts';
import { SearchController } from './search/search.controller.ts';
import { Search } from './search/search.ts';
import { Suggestions } from './search/suggestions.ts';
import { SegmentReads } from './segments/segment-reads.ts';
import { SegmentsController } from './segments/segments.controller.ts';
import { Segments } from './segments/segments.ts';
import { StageChangesController } from './stages/stage-changes.controller.ts';
import { StageHistory } from './stages/stage-history.ts';

/** Customers, their people, stages and owners; lists and search over them. */
@Module({
  imports: [CalendarModule],
  controllers: [CadencesController, CustomerCadencesController, SearchController, CustomerListController, OwnershipController, StageChangesController, SegmentsController, CustomersController],
  providers: [Customers, CustomerList, CustomerExport, Ownership, OwnershipReversal, StageHistory, Search, NameMatches, NameRenewal, NameStatistics, Candidates, Duplicates, Suggestions, Segments, SegmentReads, Cadences, CadenceSettling, CustomerCadences, CustomerUpkeep],
  exports: [Customers, CustomerList, CustomerUpkeep, Ownership, StageHistory, SegmentReads],
})
export class CustomersModule {}
