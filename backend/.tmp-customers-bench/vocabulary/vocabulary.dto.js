var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { CONTACT_KINDS } from "../channels/index.js";
import { FIELD_KINDS, STAGE_KINDS } from "../customers/index.js";
import { DISPOSITION_KINDS } from "../follow-ups/index.js";
import { Flag, Ids, Nested, OneOf, Text, Whole } from "../platform/http/fields.js";
/** A name in the languages in which somebody gave one; at least one. */
export class NamesInput {
}
__decorate([
    Text({ max: 60, min: 0, optional: true }),
    __metadata("design:type", String)
], NamesInput.prototype, "en", void 0);
__decorate([
    Text({ max: 60, min: 0, optional: true }),
    __metadata("design:type", String)
], NamesInput.prototype, "zhHans", void 0);
__decorate([
    Text({ max: 60, min: 0, optional: true }),
    __metadata("design:type", String)
], NamesInput.prototype, "zhHant", void 0);
/** What every entry of the vocabulary is written with. */
export class WriteEntry {
}
__decorate([
    Nested(() => NamesInput),
    __metadata("design:type", NamesInput)
], WriteEntry.prototype, "names", void 0);
__decorate([
    Text({ max: 40, optional: true }),
    __metadata("design:type", String)
], WriteEntry.prototype, "key", void 0);
export class WriteChannel extends WriteEntry {
}
__decorate([
    OneOf(CONTACT_KINDS),
    __metadata("design:type", String)
], WriteChannel.prototype, "contactKind", void 0);
__decorate([
    Text({ max: 40 }),
    __metadata("design:type", String)
], WriteChannel.prototype, "icon", void 0);
__decorate([
    Flag(),
    __metadata("design:type", Boolean)
], WriteChannel.prototype, "isTwoWay", void 0);
__decorate([
    Flag(),
    __metadata("design:type", Boolean)
], WriteChannel.prototype, "isLive", void 0);
__decorate([
    Whole({ min: 1, max: 43_200, nullable: true }),
    __metadata("design:type", Object)
], WriteChannel.prototype, "responseMinutes", void 0);
__decorate([
    Flag(),
    __metadata("design:type", Boolean)
], WriteChannel.prototype, "isResponseInWorkingTime", void 0);
export class WriteDisposition extends WriteEntry {
}
__decorate([
    OneOf(DISPOSITION_KINDS),
    __metadata("design:type", String)
], WriteDisposition.prototype, "kind", void 0);
export class WriteOutcome extends WriteEntry {
}
export class WriteStage extends WriteEntry {
}
__decorate([
    OneOf(STAGE_KINDS),
    __metadata("design:type", String)
], WriteStage.prototype, "kind", void 0);
export class WriteTier extends WriteEntry {
}
__decorate([
    Whole({ min: 1, max: 1_000 }),
    __metadata("design:type", Number)
], WriteTier.prototype, "idealDays", void 0);
__decorate([
    Whole({ min: 1, max: 1_000 }),
    __metadata("design:type", Number)
], WriteTier.prototype, "maximumDays", void 0);
export class ChoiceInput {
}
__decorate([
    Text({ max: 40, optional: true }),
    __metadata("design:type", String)
], ChoiceInput.prototype, "key", void 0);
__decorate([
    Nested(() => NamesInput),
    __metadata("design:type", NamesInput)
], ChoiceInput.prototype, "names", void 0);
export class WriteField extends WriteEntry {
}
__decorate([
    OneOf(FIELD_KINDS),
    __metadata("design:type", String)
], WriteField.prototype, "kind", void 0);
__decorate([
    Nested(() => ChoiceInput, { max: 200 }),
    __metadata("design:type", Array)
], WriteField.prototype, "choices", void 0);
__decorate([
    Flag(),
    __metadata("design:type", Boolean)
], WriteField.prototype, "isRequired", void 0);
/** All entries of a list in their new order. */
export class OrderInput {
}
__decorate([
    Ids({ max: 500 }),
    __metadata("design:type", Array)
], OrderInput.prototype, "ids", void 0);
export class NamesView {
}
/** What every entry of the vocabulary has. */
export class EntryView {
}
export class ChannelView extends EntryView {
}
export class DispositionView extends EntryView {
}
export class OutcomeView extends EntryView {
}
export class StageView extends EntryView {
}
export class TierView extends EntryView {
}
export class ChoiceView {
}
export class FieldView extends EntryView {
}
/** Every word that records point to, archived ones included because old records still do. */
export class VocabularyView {
}
