import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { CoveragePageQuery, CoverageScope, CoverageTouchpointsPage, HeatMapQuery, HeatMapView, OverContactedPage, OwnerAbsentPage } from './coverage.dto.ts';
import { Coverage } from './coverage.ts';
import { HeatMap } from './heat-map.ts';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** Whether contact is kept: by whom, in which week, and where it is too much or nobody is there. */
@Controller('coverage')
export class CoverageController {
  constructor(
    private readonly map: HeatMap,
    private readonly coverage: Coverage,
  ) {}

  /** People × weeks (or days): planned, kept, missed, open, against what fits; of a plan or of all that your people have planned. */
  @Get('heat-map')
  heatMap(@CurrentActor() actor: Actor, @Query() query: HeatMapQuery): Promise<HeatMapView> {
    return this.map.of(actor, query);
  }

  /** The planned contacts behind a number of the heat map. */
  @Get('touchpoints')
  touchpoints(@CurrentActor() actor: Actor, @Query() query: CoveragePageQuery): Promise<CoverageTouchpointsPage> {
    return this.coverage.touchpoints(actor, query);
  }

  /** Customers with too many outbound communications in any seven days of the period, the worst first. */
  @Get('over-contacted')
  overContacted(@CurrentActor() actor: Actor, @Query() query: CoveragePageQuery): Promise<OverContactedPage> {
    return this.coverage.overContacted(actor, query);
  }

  /** All of those, as CSV. */
  @Get('over-contacted.csv')
  @Needs('customers.export')
  @ApiProduces('text/csv')
  @ApiOkResponse(FILE)
  overContactedFile(@CurrentActor() actor: Actor, @Query() query: CoverageScope): Promise<StreamableFile> {
    return this.coverage.overContactedFile(actor, query);
  }

  /** Open contacts whose owner works on no day of their window, or works here no more. */
  @Get('owner-absent')
  ownerAbsent(@CurrentActor() actor: Actor, @Query() query: CoveragePageQuery): Promise<OwnerAbsentPage> {
    return this.coverage.ownerAbsent(actor, query);
  }

  /** All of those, as CSV. */
  @Get('owner-absent.csv')
  @Needs('customers.export')
  @ApiProduces('text/csv')
  @ApiOkResponse(FILE)
  ownerAbsentFile(@CurrentActor() actor: Actor, @Query() query: CoverageScope): Promise<StreamableFile> {
    return this.coverage.ownerAbsentFile(actor, query);
  }
}
