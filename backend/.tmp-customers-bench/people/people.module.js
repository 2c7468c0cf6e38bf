var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Accounts } from "./accounts/accounts.js";
import { PeopleList } from "./accounts/people-list.js";
import { PersonController } from "./accounts/person.controller.js";
import { InvitationController } from "./invitations/invitation.controller.js";
import { Invitations } from "./invitations/invitations.js";
import { OrganisationController } from "./organisation/organisation.controller.js";
import { Organisations } from "./organisation/organisations.js";
import { PasswordHashing } from "./passwords/hashing.js";
import { ProfileController } from "./profile/profile.controller.js";
import { Profile } from "./profile/profile.js";
import { SessionGuard } from "./session.guard.js";
import { Sessions } from "./sessions.js";
import { SetupCode } from "./setup/setup-code.js";
import { SetupController } from "./setup/setup.controller.js";
import { Setup } from "./setup/setup.js";
import { Attempts } from "./signing-in/attempts.js";
import { SessionController } from "./signing-in/session.controller.js";
import { SigningIn } from "./signing-in/signing-in.js";
import { TeamController } from "./teams/team.controller.js";
import { Teams } from "./teams/teams.js";
/** Accounts, teams, sessions, rights and data scopes. */
let PeopleModule = class PeopleModule {
};
PeopleModule = __decorate([
    Module({
        controllers: [InvitationController, OrganisationController, PersonController, ProfileController, SessionController, SetupController, TeamController],
        providers: [
            { provide: APP_GUARD, useClass: SessionGuard },
            Accounts, Attempts, Invitations, Organisations, PasswordHashing, PeopleList, Profile, Sessions, Setup, SetupCode, SigningIn, Teams,
        ],
        exports: [Accounts, Invitations, Organisations, PeopleList, Sessions, Setup, SetupCode, SigningIn, Teams],
    })
], PeopleModule);
export { PeopleModule };
