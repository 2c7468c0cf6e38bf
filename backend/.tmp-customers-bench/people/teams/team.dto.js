var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Flag, Id, Text } from "../../platform/http/fields.js";
/** A team in the tree. */
export class TeamView {
}
/** The teams, each followed by those below it. */
export class TeamsView {
}
/** Which teams to list. */
export class TeamsQuery {
}
__decorate([
    Flag({ optional: true }),
    __metadata("design:type", Boolean)
], TeamsQuery.prototype, "archived", void 0);
/** A new team. */
export class CreateTeam {
}
__decorate([
    Text({ max: 120 }),
    __metadata("design:type", String)
], CreateTeam.prototype, "name", void 0);
__decorate([
    Id({ nullable: true, optional: true }),
    __metadata("design:type", Object)
], CreateTeam.prototype, "parentId", void 0);
/** What to change of a team; what is left out stays. */
export class ChangeTeam {
}
__decorate([
    Text({ max: 120, optional: true }),
    __metadata("design:type", String)
], ChangeTeam.prototype, "name", void 0);
__decorate([
    Id({ nullable: true, optional: true }),
    __metadata("design:type", Object)
], ChangeTeam.prototype, "parentId", void 0);
