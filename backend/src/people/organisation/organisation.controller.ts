import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match.ts';
import type { Actor } from '../actor.ts';
import { CurrentActor, Needs } from '../session.guard.ts';
import { ChangeOrganisation, OrganisationView } from './organisation.dto.ts';
import { Organisations } from './organisations.ts';

/** The organisation: open to read for everybody, changed in Settings. */
@Controller('organisation')
export class OrganisationController {
  constructor(private readonly organisations: Organisations) {}

  /** Name, zone, currency, language and the first day of the week. */
  @Get()
  get(): Promise<OrganisationView> {
    return this.organisations.get();
  }

  /** Changes what is given. */
  @Patch()
  @Needs('settings.manage')
  @ApiHeader({ name: 'If-Match', required: true })
  change(@CurrentActor() actor: Actor, @IfMatch() version: number, @Body() input: ChangeOrganisation): Promise<OrganisationView> {
    return this.organisations.change(actor, version, input);
  }
}
