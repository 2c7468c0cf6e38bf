import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { notFound } from '../kernel/index.ts';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { AnswersJson, type JsonText } from '../platform/http/json-text.ts';
import { BUCKETS, type Bucket, BucketPage, BucketQuery, MyDayQuery, MyDayView } from './my-day.dto.ts';
import { MyDay } from './my-day.ts';

/** The ordered queue of what to do now. */
@Controller('my-day')
@Needs('contacts.work')
export class MyDayController {
  constructor(private readonly myDay: MyDay) {}

  /** The five buckets with their counts and first rows. */
  @Get()
  @AnswersJson(MyDayView)
  day(@CurrentActor() actor: Actor, @Query() { personId }: MyDayQuery): Promise<JsonText<MyDayView>> {
    return this.myDay.of(actor, personId ?? actor.personId);
  }

  /** The rows of a bucket after a cursor. */
  @Get(':bucket')
  @ApiParam({ name: 'bucket', enum: BUCKETS })
  @AnswersJson(BucketPage)
  bucket(@CurrentActor() actor: Actor, @Param('bucket') word: string, @Query() { personId, after }: BucketQuery): Promise<JsonText<BucketPage>> {
    const bucket: Bucket | undefined = BUCKETS.find((name) => name === word);
    if (!bucket) throw notFound();
    return this.myDay.bucket(actor, personId ?? actor.personId, bucket, after ?? null);
  }
}
