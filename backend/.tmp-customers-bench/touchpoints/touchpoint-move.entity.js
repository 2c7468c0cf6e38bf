var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from "../people/index.js";
import { Touchpoint } from "./touchpoint.entity.js";
/** One move of a touchpoint to another day or time. */
let TouchpointMove = class TouchpointMove {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], TouchpointMove.prototype, "id", void 0);
__decorate([
    ForeignKey(() => Touchpoint, { name: 'moved_touchpoint_exists', onDelete: 'CASCADE' }),
    Column('uuid'),
    __metadata("design:type", String)
], TouchpointMove.prototype, "touchpointId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], TouchpointMove.prototype, "movedAt", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'mover_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], TouchpointMove.prototype, "movedById", void 0);
__decorate([
    Column('date'),
    __metadata("design:type", String)
], TouchpointMove.prototype, "fromOn", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], TouchpointMove.prototype, "fromAt", void 0);
__decorate([
    Column('date'),
    __metadata("design:type", String)
], TouchpointMove.prototype, "toOn", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], TouchpointMove.prototype, "toAt", void 0);
__decorate([
    Column('varchar', { length: 300, nullable: true }),
    __metadata("design:type", Object)
], TouchpointMove.prototype, "reason", void 0);
TouchpointMove = __decorate([
    Entity('touchpoint_moves'),
    Index('moves_of_a_touchpoint', ['touchpointId', 'movedAt'])
], TouchpointMove);
export { TouchpointMove };
