var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { PERIOD_NAMES } from "../kernel/index.js";
import { ApiProperty } from '@nestjs/swagger';
import { OneOf } from "../platform/http/fields.js";
import { GROUPS } from "./registry/catalogue.js";
import { ORIGINS } from "./question.js";
// The document's generator does not see what may be null inside a list.
const Texts = () => ApiProperty({ type: 'array', items: { type: 'string', nullable: true } });
const Numbers = () => ApiProperty({ type: 'array', items: { type: 'integer', nullable: true } });
/** A text in the languages in which there is one. */
export class ReportTextView {
}
/** A number of a report: its name, what it counts, and whether it stands beside the measure because it is left out of it. */
export class ReportColumnView {
}
__decorate([
    OneOf(['communications', 'customers']),
    __metadata("design:type", String)
], ReportColumnView.prototype, "counts", void 0);
export class ReportDimensionView {
}
__decorate([
    OneOf(['reference', 'word', 'text', 'time']),
    __metadata("design:type", String)
], ReportDimensionView.prototype, "kind", void 0);
/** What a report counts, in sentences. */
export class ReportDefinitionView {
}
/** The share that two columns make. */
export class ReportRateView {
}
/** One line of the catalogue. */
export class ReportLineView {
}
__decorate([
    OneOf(GROUPS),
    __metadata("design:type", Object)
], ReportLineView.prototype, "group", void 0);
/** Every report that there is. */
export class ReportCatalogueView {
}
/** Days from `from` on and before `until`. */
export class ReportPeriodView {
}
export class ReportFilterView {
}
__decorate([
    Texts(),
    __metadata("design:type", Array)
], ReportFilterView.prototype, "values", void 0);
/** Whose customers the numbers are about. */
export class ReportScopeView {
}
/** The question as it was decided. */
export class ReportQuestionView {
}
__decorate([
    OneOf(PERIOD_NAMES, { nullable: true }),
    __metadata("design:type", Object)
], ReportQuestionView.prototype, "periodName", void 0);
__decorate([
    OneOf(ORIGINS, { nullable: true }),
    __metadata("design:type", Object)
], ReportQuestionView.prototype, "origin", void 0);
/** A share: `value` and its 95 % Wilson interval are null below the smallest basis that is shown as a number. */
export class ShareView {
}
/** Numbers in the order of the columns; null where a column has no meaning for a row. */
export class ReportNumbersView {
}
__decorate([
    Numbers(),
    __metadata("design:type", Array)
], ReportNumbersView.prototype, "numbers", void 0);
/** One row: the value of each dimension in order, null being "not recorded". */
export class ReportRowView extends ReportNumbersView {
}
__decorate([
    Texts(),
    __metadata("design:type", Array)
], ReportRowView.prototype, "keys", void 0);
/** All rows in one, counted anew: neither a sum nor an average of them. */
export class ReportTotalView extends ReportNumbersView {
}
export class ReportValueView {
}
/** A dimension of the answer with every value that occurs, the empty buckets of time included. */
export class ReportAxisView extends ReportDimensionView {
}
/** The answer of a report. */
export class ReportView {
}
/** A communication behind a number. */
export class CommunicationRowView {
}
/** A customer behind a number. */
export class CustomerRowView {
}
/** One page of the rows behind a number; the first page says how many they are in all, the others null. */
export class ReportRowsView {
}
__decorate([
    OneOf(['communications', 'customers']),
    __metadata("design:type", String)
], ReportRowsView.prototype, "kind", void 0);
/** Values that a filter offers, at most a hundred. */
export class ReportValuesView {
}
