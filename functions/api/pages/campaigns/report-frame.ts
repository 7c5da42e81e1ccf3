// The fields about how a report looks and reads (web/pages/campaigns/report-frame.tsx): read, and back.

import type * as v from 'valibot'
import type { UnitId } from '../../../../shared/ids.ts'
import { languages } from '../../../../shared/language.ts'
import { longestLine, longestLogo, type ReportFrame } from '../../../../shared/report/plan.ts'
import { presets } from '../../../../shared/report/preset.ts'
import { presetIds } from '../../../../shared/report/preset-id.ts'
import type { SignedInCall } from '../../call.ts'
import type { Faults } from './step.ts'

type Frame = v.InferOutput<typeof ReportFrame>

const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The fields of a frame; before anybody chose, with the names of the unit and of the one above. */
export function frameFieldsOf(
  { me }: SignedInCall,
  frame: Frame | undefined,
  unitId: UnitId | undefined,
): Record<string, string> {
  const unit = unitId && me.tree.units.get(unitId)
  const above = unit?.parentId ? me.tree.units.get(unit.parentId)?.name : undefined
  const header = frame?.header ?? {
    bodyAbove: (above ?? me.organisation.name.vi).toLocaleUpperCase('vi'),
    body: (unit?.name ?? '').toLocaleUpperCase('vi'),
    documentSymbol: '',
    place: '',
  }
  return {
    reportLanguage: frame?.language ?? 'vi',
    reportPreset: frame?.preset ?? 'party-2018',
    reportLogo: header.logo ?? '',
    reportBodyAbove: header.bodyAbove,
    reportBody: header.body,
    reportSymbol: header.documentSymbol,
    reportPlace: header.place,
    reportRecipients: (frame?.recipients ?? []).join('\n'),
    reportAuthority: frame?.sign.authority ?? '',
    reportPost: frame?.sign.post ?? '',
  }
}

/** What the fields make of it; undefined where there is a fault. */
export function readFrame(fields: URLSearchParams, faults: Faults): Frame | undefined {
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
  if (!language || !preset || !body || !place || !post) return undefined
  if (bodyAbove === undefined || documentSymbol === undefined || logo === undefined) return undefined
  if (authority === undefined) return undefined
  return {
    language,
    preset,
    header: { bodyAbove, body, documentSymbol, place, ...(logo === '' ? {} : { logo }) },
    recipients,
    sign: { authority, post },
  }
}
