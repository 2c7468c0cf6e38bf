import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, View } from '../core/api';
import { Drafts } from '../core/drafts';
import { Errors } from '../core/errors';
import { Format } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { FormFailure } from '../ui/form-failure';

/** What colleagues say about a record, and a line to say something oneself. */
@Component({
  selector: 't-comments',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, ReactiveFormsModule],
  templateUrl: './comments.html',
  styleUrl: './comments.scss',
})
export class Comments {
  /** The record. */
  readonly followUpId = input.required<string>();

  /** Its newest comments, and how many there are. */
  readonly comments = input.required<View<'CardCommentsView'>>();

  /** A comment was written or taken back. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly notices = inject(Notices);
  protected readonly me = computed(() => this.session.person()?.id);
  private readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;

  protected readonly form = new FormGroup({ text: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(4_000)] }) });
  protected readonly submission = submission(this.form);
  protected readonly isWriting = signal(false);
  private readonly all = linkedSignal<View<'CardCommentsView'>, readonly View<'CommentView'>[] | undefined>({ source: this.comments, computation: () => undefined });
  protected readonly shown = computed(() => this.all() ?? this.comments().last);

  protected open(): void {
    const restored = this.draft().restored?.text;
    if (restored) this.form.setValue({ text: restored });
    this.isWriting.set(true);
  }

  protected keep(): void {
    this.draft().save({ text: this.form.controls.text.value });
  }

  protected send(): Promise<void> {
    const draft = this.draft();
    return this.submission.run(async () => {
      await this.api.post('/api/follow-ups/{id}/comments', { path: { id: this.followUpId() }, body: { text: this.form.controls.text.value.trim() }, idempotencyKey: draft.idempotencyKey });
      draft.clear();
      this.form.reset();
      this.isWriting.set(false);
      this.changed.emit();
    });
  }

  protected async remove(commentId: string): Promise<void> {
    try {
      await this.api.delete('/api/follow-ups/{id}/comments/{commentId}', { path: { id: this.followUpId(), commentId } });
      this.changed.emit();
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  protected async showAll(): Promise<void> {
    try {
      this.all.set((await this.api.get('/api/follow-ups/{id}/comments', { path: { id: this.followUpId() } })).items);
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }

  private draft() {
    return this.drafts.open<{ text: string }>(`comment/${this.followUpId()}`);
  }
}
