import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Accounts } from './accounts/accounts.ts';
import { PeopleList } from './accounts/people-list.ts';
import { PersonController } from './accounts/person.controller.ts';
import { InvitationController } from './invitations/invitation.controller.ts';
import { Invitations } from './invitations/invitations.ts';
import { OrganisationController } from './organisation/organisation.controller.ts';
import { Organisations } from './organisation/organisations.ts';
import { PasswordHashing } from './passwords/hashing.ts';
import { ProfileController } from './profile/profile.controller.ts';
import { Profile } from './profile/profile.ts';
import { SessionGuard } from './session.guard.ts';
import { Sessions } from './sessions.ts';
import { SetupCode } from './setup/setup-code.ts';
import { SetupController } from './setup/setup.controller.ts';
import { Setup } from './setup/setup.ts';
import { Attempts } from './signing-in/attempts.ts';
import { SessionController } from './signing-in/session.controller.ts';
import { SigningIn } from './signing-in/signing-in.ts';
import { TeamController } from './teams/team.controller.ts';
import { Teams } from './teams/teams.ts';

/** Accounts, teams, sessions, rights and data scopes. */
@Module({
  controllers: [InvitationController, OrganisationController, PersonController, ProfileController, SessionController, SetupController, TeamController],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    Accounts, Attempts, Invitations, Organisations, PasswordHashing, PeopleList, Profile, Sessions, Setup, SetupCode, SigningIn, Teams,
  ],
  exports: [Accounts, Invitations, Organisations, PeopleList, Sessions, Setup, SetupCode, SigningIn, Teams],
})
export class PeopleModule {}
