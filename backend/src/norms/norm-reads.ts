import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound } from '../kernel/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import type { NormVersionView, NormView } from './norms.dto.ts';

const COLUMNS = `v.id AS "versionId", v.number, v.name, v.contact_kind AS "contactKind", v.channel_id AS "channelId", v.checklist, v.script, v.dos, v.donts, v.response_minutes AS "responseMinutes",
  v.is_response_in_working_time AS "isResponseInWorkingTime", iso(v.from_at) AS "fromAt", iso(v.until_at) AS "untilAt", v.made_by_id AS "madeById"`;

// Norms are dozens, so all are read; the newest version of each is what it says.
const listed = statement(
  'norms_listed',
  `SELECT n.id, n.version, v."untilAt" IS NOT NULL AS "isArchived", v.* FROM norms n CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM norm_versions v WHERE v.norm_id = n.id ORDER BY v.number DESC LIMIT 1) v
   WHERE $1::uuid IS NULL OR n.id = $1 ORDER BY v."untilAt" IS NOT NULL, lower(v.name), n.id`,
);
const inForce = statement('norms_in_force', `SELECT v.norm_id AS "normId", ${COLUMNS} FROM norm_versions v WHERE v.until_at IS NULL ORDER BY v.norm_id`);
const told = statement('norm_versions_told', `SELECT ${COLUMNS} FROM norm_versions v WHERE v.norm_id = $1 ORDER BY v.number DESC`);
const named = statement('norm_versions_named', `SELECT v.norm_id AS "normId", ${COLUMNS} FROM norm_versions v WHERE v.id = ANY($1::uuid[])`);

/** A version with the norm that it is of. */
export interface NormInForce extends NormVersionView {
  readonly normId: string;
}

/** Reads norms and their versions. */
@Injectable()
export class NormReads {
  constructor(private readonly source: DataSource) {}

  /** Every norm as it stands, archived ones last. */
  all(): Promise<NormView[]> {
    return rows<NormView & Record<string, unknown>>(this.source, listed, [null]);
  }

  /** One of them; 404 when there is none. */
  async one(on: EntityManager, id: string): Promise<NormView> {
    const [norm] = await rows<NormView & Record<string, unknown>>(on, listed, [id]);
    if (!norm) throw notFound();
    return norm;
  }

  /** The versions in force, one for each norm in use. */
  inForce(on: DataSource | EntityManager): Promise<NormInForce[]> {
    return rows<NormInForce & Record<string, unknown>>(on, inForce);
  }

  /** These versions, in force or not. */
  async versions(on: DataSource | EntityManager, ids: readonly string[]): Promise<NormInForce[]> {
    return ids.length ? rows<NormInForce & Record<string, unknown>>(on, named, [ids]) : [];
  }

  /** What a norm has said, newest first; 404 when there is none. */
  async told(id: string): Promise<NormVersionView[]> {
    const found = await rows<NormVersionView & Record<string, unknown>>(this.source, told, [id]);
    if (!found.length) throw notFound();
    return found;
  }
}
