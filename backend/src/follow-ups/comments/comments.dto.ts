import { Text } from '../../platform/http/fields.ts';

/** What a colleague remarks. */
export class WriteComment {
  @Text({ max: 4_000 })
  text: string;
}

/** A colleague's remark on a record. */
export class CommentView {
  id: string;
  authorId: string;
  authorName: string;
  text: string;
  createdAt: string;
}

/** The remarks on a record, oldest first. */
export class CommentsView {
  items: CommentView[];
}
