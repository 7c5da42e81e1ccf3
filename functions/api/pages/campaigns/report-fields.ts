// The fields about a campaign's own report: read into its rule, and back.

import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { languages } from '../../../../shared/language.ts'
import { presetIds } from '../../../../shared/report/document.ts'
import { longestLine, longestLogo } from '../../../../shared/report/plan.ts'
import { presets } from '../../../../shared/report/preset.ts'
import { mostDaysAfter, type ReportRule } from '../../../../shared/report/rule.ts'
import type { ReportTemplate } from '../../../../shared/report/template.ts'
import type { SignedInCall } from '../../call.ts'
import type { Faults } from './step.ts'

const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The fields as the campaign stands; before anybody chose, the names of its unit and of the one above. */
export function reportFieldsOf({ me }: SignedInCall, { report, unitId }: PreparedCampaign): Record<string, string> {
  const unit = me.tree.units.get(unitId)
  const above = unit?.parentId ? me.tree.units.get(unit.parentId)?.name : undefined
  const {
    bodyAbove,
    body,
    documentSymbol,
    place,
    logo = '',
  }: ReportRule['header'] = report?.header ?? {
    bodyAbove: (above ?? me.organisation.name.vi).toLocaleUpperCase('vi'),
    body: (unit?.name ?? '').toLocaleUpperCase('vi'),
    documentSymbol: '',
    place: '',
  }
  return {
    reportTemplate: report && !report.isStopped ? report.template : 'none',
    reportLanguage: report?.language ?? 'vi',
    reportPreset: report?.preset ?? 'party-2018',
    reportLogo: logo,
    reportBodyAbove: bodyAbove,
    reportBody: body,
    reportSymbol: documentSymbol,
    reportPlace: place,
    reportRecipients: (report?.recipients ?? []).join('\n'),
    reportAuthority: report?.sign.authority ?? '',
    reportPost: report?.sign.post ?? '',
    reportDays: String(report?.daysAfter ?? 15),
    reportHour: String(report?.hour ?? 7),
  }
}

/** What the fields make of the campaign's report; undefined: none, or a fault. `templates`: those that fit the campaign. */
export function readReport(
  { now }: SignedInCall,
  campaign: PreparedCampaign,
  fields: URLSearchParams,
  faults: Faults,
  templates: readonly ReportTemplate[],
): ReportRule | undefined {
  const { report: before, state } = campaign
  const chosen = fields.get('reportTemplate') ?? 'none'
  // Of a report that may have been made the rule stays: who may read it follows from there.
  if (chosen === 'none') return before && state !== 'draft' ? { ...before, isStopped: true } : undefined
  const template = faults.one(
    fields,
    'reportTemplate',
    templates.map(({ id }) => id),
  )
  const role = templates.find(({ id }) => id === template)?.roles[0]?.key
  const language = faults.one(fields, 'reportLanguage', languages)
  const preset = faults.one(fields, 'reportPreset', presetIds)
  const line = (name: string) => faults.text(fields, name, longestLine)
  const openLine = (name: string, isNeeded: boolean, longest = longestLine) =>
    isNeeded || fields.get(name)?.trim() ? faults.text(fields, name, longest) : ''
  const needs = presets[preset ?? 'party-2018'].needs
  const [bodyAbove, body, documentSymbol, place, post, logo] = [
    openLine('reportBodyAbove', needs.bodyAbove),
    line('reportBody'),
    openLine('reportSymbol', needs.documentSymbol),
    line('reportPlace'),
    line('reportPost'),
    openLine('reportLogo', false, longestLogo),
  ]
  const recipients = linesIn(fields.get('reportRecipients') ?? '')
  if (recipients.length === 0) faults.add('reportRecipients', 'required')
  if (recipients.length > 50 || recipients.some((one) => one.length > longestLine))
    faults.add('reportRecipients', 'too-long')
  const authority = fields.get('reportAuthority')?.trim() ? line('reportAuthority') : null
  const daysAfter = faults.number(fields, 'reportDays', [0, mostDaysAfter])
  const hour = faults.number(fields, 'reportHour', [0, 24])
  if (!template || !role || !language || !preset || !body || !place || !post) return undefined
  if (bodyAbove === undefined || documentSymbol === undefined || logo === undefined) return undefined
  if (authority === undefined || daysAfter === undefined || hour === undefined) return undefined
  const isSameDates = before && !before.isStopped && before.daysAfter === daysAfter && before.hour === hour
  return {
    template,
    role,
    language,
    preset,
    header: { bodyAbove, body, documentSymbol, place, ...(logo === '' ? {} : { logo }) },
    recipients,
    sign: { authority, post },
    daysAfter,
    hour,
    since: isSameDates ? before.since : now,
    // To whom it is brought is set on a page of its own.
    ...(before?.delivery ? { delivery: before.delivery } : {}),
  }
}
