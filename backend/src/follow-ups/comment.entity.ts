import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';
import { FollowUp } from './follow-up.entity.ts';

/** A colleague's remark on a record. */
@Entity('comments')
@Index('comments_of_a_follow_up', ['followUpId', 'createdAt'])
export class Comment {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => FollowUp, { name: 'commented_follow_up_exists' })
  @Column('uuid')
  followUpId: string;

  @ForeignKey(() => Person, { name: 'comment_author_exists' })
  @Column('uuid')
  authorId: string;

  @Column('text')
  text: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
