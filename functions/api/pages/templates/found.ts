// The template that an address names, and what the visitor may do with it. Those that come with the program are for all who make
// reports. One of the organisation's own is in the care of a unit: whoever manages campaigns there changes it; whoever makes reports
// at a unit above or below that one may use it.

import { type Action, mayAt, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { isUnder } from '../../../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import type { ReportTemplate, TemplateContent } from '../../../../shared/report/template.ts'
import { shippedTemplate } from '../../../../shared/report/templates/shipped.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import {
  findOwnTemplate,
  findTemplate,
  listOwnTemplates,
  listTemplates,
  type OwnTemplate,
  type VersionedOwn,
} from '../../../store/report-templates.ts'
import type { At } from '../../access.ts'
import type { SignedInCall } from '../../call.ts'

const makes: readonly Action[] = ['report.make', 'campaign.manage']

/** Whether the visitor's reports can follow it: it is in the care of a unit of theirs, above or below. */
export const mayUse = ({ me }: SignedInCall, { unitId }: Pick<OwnTemplate, 'unitId'>): boolean =>
  makes
    .flatMap((action) => topUnitsFor(me.person, me.tree, action))
    .some((own) => isUnder(me.tree, unitId, own) || isUnder(me.tree, own, unitId))

export const mayChange = ({ me }: SignedInCall, { unitId }: Pick<OwnTemplate, 'unitId'>): boolean =>
  mayAt(me.person, me.tree, 'campaign.manage', unitId)

/** All that the visitor's reports can follow, as they are in force. */
export async function usableTemplates(call: SignedInCall): Promise<ReportTemplate[]> {
  const { deps, me } = call
  const own = await listOwnTemplates(deps, me.organisationId)
  const others = new Set<string>(own.filter((one) => !mayUse(call, one.own)).map((one) => one.own.id))
  return (await listTemplates(deps, me.organisationId)).filter(({ id }) => !others.has(id))
}

export type FoundTemplate = {
  readonly id: string
  /** As it is drafted, where it is; else as it is in force. */
  readonly content: TemplateContent
  /** The version in force; 0: none. */
  readonly published: number
  /** Undefined for one that comes with the program. */
  readonly own: VersionedOwn | undefined
}

/** /templates/:template, one that the visitor's reports can follow. */
export async function templateAddress(call: SignedInCall): Promise<Result<FoundTemplate, Problem>> {
  const { deps, c, me } = call
  const id = c.req.param('template') ?? ''
  const shipped = shippedTemplate(id)
  if (shipped) return ok({ id, content: contentOf(shipped), published: shipped.version, own: undefined })
  const own = await findOwnTemplate(deps, me.organisationId, id)
  return own && mayUse(call, own.own) ? foundOwn(call, own) : fail(problem.templateUnknown())
}

export async function foundOwn({ deps, me }: SignedInCall, own: VersionedOwn): Promise<Result<FoundTemplate, Problem>> {
  const { id, published, draft } = own.own
  const content = draft ?? (await findTemplate(deps, me.organisationId, id))
  return content ? ok({ id, content: contentOf(content), published, own }) : fail(problem.templateUnknown())
}

/** Without what names it. */
export const contentOf = ({ name, roles, sections }: TemplateContent): TemplateContent => ({ name, roles, sections })

/** Changing a template is for those who manage campaigns at its unit; what comes with the program is nobody's to change. */
export async function templateAt(call: SignedInCall): Promise<Result<At, Problem>> {
  const found = await findOwnTemplate(call.deps, call.me.organisationId, call.c.req.param('template') ?? '')
  return found ? ok({ action: 'campaign.manage', unitId: found.own.unitId }) : fail(problem.templateUnknown())
}
