var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES } from "../../kernel/index.js";
import { Email, Secret } from "../../platform/http/fields.js";
import { ROLES } from "../person.entity.js";
import { RIGHTS } from "../rights.js";
/** What a person types to sign in. */
export class SignIn {
}
__decorate([
    Email(),
    __metadata("design:type", String)
], SignIn.prototype, "email", void 0);
__decorate([
    Secret({ min: 1, max: 200 }),
    __metadata("design:type", String)
], SignIn.prototype, "password", void 0);
/** The person who is signed in. */
export class SignedInPersonView {
}
__decorate([
    ApiProperty({ type: 'string', enum: [...LANGUAGES] }),
    __metadata("design:type", String)
], SignedInPersonView.prototype, "language", void 0);
__decorate([
    ApiProperty({ type: 'string', enum: ['system', 'light', 'dark'] }),
    __metadata("design:type", String)
], SignedInPersonView.prototype, "theme", void 0);
__decorate([
    ApiProperty({ type: 'array', items: { type: 'string', enum: [...ROLES] } }),
    __metadata("design:type", Array)
], SignedInPersonView.prototype, "roles", void 0);
/** What every page needs to know of the organisation. */
export class SignedInOrganisationView {
}
/** Who is signed in, what they may do, and where. */
export class SessionView {
}
__decorate([
    ApiProperty({ type: 'array', items: { type: 'string', enum: [...RIGHTS] } }),
    __metadata("design:type", Array)
], SessionView.prototype, "rights", void 0);
