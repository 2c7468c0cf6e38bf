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
import { FollowUp } from "./follow-up.entity.js";
/** A colleague's remark on a record. */
let Comment = class Comment {
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Comment.prototype, "id", void 0);
__decorate([
    ForeignKey(() => FollowUp, { name: 'commented_follow_up_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Comment.prototype, "followUpId", void 0);
__decorate([
    ForeignKey(() => Person, { name: 'comment_author_exists' }),
    Column('uuid'),
    __metadata("design:type", String)
], Comment.prototype, "authorId", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Comment.prototype, "text", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Comment.prototype, "createdAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Comment.prototype, "withdrawnAt", void 0);
Comment = __decorate([
    Entity('comments'),
    Index('comments_of_a_follow_up', ['followUpId', 'createdAt'])
], Comment);
export { Comment };
