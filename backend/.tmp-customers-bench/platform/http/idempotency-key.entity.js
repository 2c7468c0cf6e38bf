var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
/** The stored answer of a request that must happen once. */
let IdempotencyKey = class IdempotencyKey {
};
__decorate([
    PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_answer_per_idempotency_key' }),
    __metadata("design:type", String)
], IdempotencyKey.prototype, "personId", void 0);
__decorate([
    PrimaryColumn('varchar', { length: 64, primaryKeyConstraintName: 'one_answer_per_idempotency_key' }),
    __metadata("design:type", String)
], IdempotencyKey.prototype, "key", void 0);
__decorate([
    Column('bytea'),
    __metadata("design:type", Buffer)
], IdempotencyKey.prototype, "fingerprint", void 0);
__decorate([
    Column('jsonb'),
    __metadata("design:type", Object)
], IdempotencyKey.prototype, "answer", void 0);
__decorate([
    Index('idempotency_keys_by_time'),
    Column('timestamptz'),
    __metadata("design:type", Date)
], IdempotencyKey.prototype, "createdAt", void 0);
IdempotencyKey = __decorate([
    Entity('idempotency_keys')
], IdempotencyKey);
export { IdempotencyKey };
