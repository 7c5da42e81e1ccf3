// What an address names: ids out of a path, checked, and what they stand for.

import type { Context } from 'hono'
import * as v from 'valibot'
import type { CampaignUnit } from '../../shared/campaign/campaign.ts'
import { type Campaign, type CampaignPeriod, findPeriod } from '../../shared/campaign/campaign.ts'
import { Sha256 } from '../../shared/evidence/reference.ts'
import { CampaignId, FormId, PeriodId, ResponseId, UnitId } from '../../shared/ids.ts'
import { type Unit, unitIn } from '../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readsSingly } from '../../shared/survey/survey.ts'
import { findCampaign, findCampaignUnit } from '../store/campaigns.ts'
import type { SignedInCall } from './call.ts'

/** An id of the path; undefined where what stands there is none. */
export function param<const S extends v.GenericSchema<unknown, string>>(
  c: Context,
  name: string,
  schema: S,
): v.InferOutput<S> | undefined {
  const read = v.safeParse(schema, c.req.param(name))
  return read.success ? read.output : undefined
}

export type CampaignAddress = { readonly campaign: Campaign; readonly period: CampaignPeriod }
export type UnitAddress = CampaignAddress & { readonly campaignUnit: CampaignUnit; readonly unit: Unit }

/** .../periods/:period */
export const periodParam = (c: Context): PeriodId | undefined => param(c, 'period', PeriodId)

/** /campaigns/:campaign/periods/:period */
export async function campaignAddress({ deps, c, me }: SignedInCall): Promise<Result<CampaignAddress, Problem>> {
  const id = param(c, 'campaign', CampaignId)
  const found = id && (await findCampaign(deps.table, me.organisationId, id))
  if (!found) return fail(problem.campaignUnknown())
  const periodId = periodParam(c)
  const period = periodId && findPeriod(found.campaign, periodId)
  return period ? ok({ campaign: found.campaign, period }) : fail(problem.periodUnknown())
}

/** .../units/:unit: a unit that the campaign holds, standing or closed; nothing of it where single answers are nobody's to read. */
export async function unitAddress(call: SignedInCall): Promise<Result<UnitAddress, Problem>> {
  const address = await campaignAddress(call)
  if (!address.ok) return address
  if (!readsSingly(address.value.campaign)) return fail(problem.unitUnknown())
  const unitId = param(call.c, 'unit', UnitId)
  const campaignUnit = unitId && (await findCampaignUnit(call.deps.table, address.value.campaign.id, unitId))
  const unit = unitId && unitIn(call.me.tree, unitId)
  return campaignUnit && unit ? ok({ ...address.value, campaignUnit, unit }) : fail(problem.unitUnknown())
}

/** .../responses/:response */
export const responseParam = (c: Context): ResponseId | undefined => param(c, 'response', ResponseId)

/** .../evidence/:sha256 */
export const sha256Param = (c: Context): Sha256 | undefined => param(c, 'sha256', Sha256)

/** /forms/:form */
export const formIdParam = (c: Context): FormId | undefined => param(c, 'form', FormId)

/** .../versions/:version */
export function versionParam(c: Context): number | undefined {
  const text = c.req.param('version') ?? ''
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}

/** .../campaigns/:campaign, below a form */
export const campaignParam = (c: Context): CampaignId | undefined => param(c, 'campaign', CampaignId)

/** /organisation/units/:unit */
export const unitParam = (c: Context): UnitId | undefined => param(c, 'unit', UnitId)
