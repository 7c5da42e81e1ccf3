// What a file says of itself: of what, up to which moment, for whom, and what was left out.

import { localize } from '../../shared/language.ts'
import { exportMessages } from '../../shared/messages/exports.ts'
import { formatMoment } from '../../shared/messages/number.ts'
import { periodName } from '../../shared/messages/period.ts'
import type { Place } from '../../shared/response/state.ts'
import type { Export } from '../store/exports.ts'
import type { Scope } from './scope.ts'
import type { AboutLines } from './writer.ts'

export type Counts = {
  readonly responses: number
  readonly leftOut: ReadonlyMap<Place, number>
  /** Of files; undefined where they were not asked for. */
  readonly files: number | undefined
}

export function aboutLines({ request }: Export, scope: Scope, cutOff: string, counts: Counts): AboutLines {
  const { language } = request
  const { about, table, count } = exportMessages[language]
  const { organisation, campaign, tree, person } = scope
  const { timeZone } = organisation
  const unit = tree.units.get(request.unit)
  const leftOut = [...counts.leftOut].map(
    ([state, number]) => [about.leftOut(table.states[state]), count(number)] as const,
  )
  return [
    [about.organisation, localize(organisation.name, language)],
    [about.campaign, localize(campaign.title, language)],
    [about.unit, unit ? `${unit.name} (${unit.code})` : request.unit],
    [about.periods, request.periods.map((id) => periodName(id, language)).join('; ')],
    [about.cutOff, about.cutOffSays(formatMoment(cutOff, language, timeZone), timeZone, cutOff)],
    [about.askedBy, person.name],
    [about.responses, count(counts.responses)],
    ...leftOut,
    ...(counts.files === undefined ? [] : [[about.files, count(counts.files)] as const]),
  ]
}

/** The same as a text file, with the paths of files that are not there. */
export function aboutText({ request }: Export, lines: AboutLines, missing: readonly string[]): string {
  const { about, table } = exportMessages[request.language]
  const said = lines.map(([name, value]) => `${name}: ${value}`)
  const without = missing.length === 0 ? [] : ['', `${about.missingFiles}:`, ...missing]
  return ['\ufeff', table.about, '', ...said, ...without, ''].join('\r\n').replace('\ufeff\r\n', '\ufeff')
}
