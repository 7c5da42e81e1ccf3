// What was entered for a change to the tree, read: days, facts of units, and what is wrong with them.

import { formatDay } from '../../../../shared/messages/day.ts'
import { organisationEditMessages } from '../../../../shared/messages/organisation-edit.ts'
import { type Day, readDay } from '../../../../shared/organisation/day.ts'
import { readMembers } from '../../../../shared/organisation/import-rows.ts'
import type { Unit } from '../../../../shared/organisation/unit.ts'
import type { FactsEntry, FieldFault } from '../../../../web/pages/organisation/edit-fields.tsx'
import type { SignedInCall } from '../../call.ts'

/** Plans reach so far. */
const mostYearsAhead = 10

export type ReadDay = { readonly day: Day | undefined; readonly faults: readonly FieldFault[] }

/** The day from which a change holds, as it was typed into `from`. */
export function readFrom({ language, me }: SignedInCall, text: string): ReadDay {
  const m = organisationEditMessages[language].faults
  const day = readDay(text)
  if (!day) return { day, faults: [{ field: 'from', text: m.day(text.slice(0, 40)) }] }
  const isTooFar = Number(day.slice(0, 4)) > Number(me.today.slice(0, 4)) + mostYearsAhead
  return isTooFar ? { day: undefined, faults: [{ field: 'from', text: m.dayTooFar }] } : { day, faults: [] }
}

type Facts = Pick<Unit, 'code' | 'name' | 'level' | 'members'>
export type ReadFacts = { readonly entry: FactsEntry; readonly facts: Facts; readonly faults: readonly FieldFault[] }

const longest = { code: 40, name: 200, level: 40 } as const

/** A semicolon stands between codes in a file. */
export const isCode = (text: string): boolean => text !== '' && text.length <= longest.code && !/[;\p{Cc}]/u.test(text)

/** One line, without blanks around it and without signs that nobody sees. */
const lineOf = (fields: URLSearchParams, name: string): string =>
  (fields.get(name) ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300)

/** The facts of one unit; `suffix` tells several on one page apart. `level` is given where it isn't asked. */
export function readFacts(
  { language }: SignedInCall,
  fields: URLSearchParams,
  { suffix = '', level }: { readonly suffix?: string; readonly level?: string } = {},
): ReadFacts {
  const m = organisationEditMessages[language].faults
  const entry = {
    code: lineOf(fields, `code${suffix}`),
    name: lineOf(fields, `name${suffix}`),
    level: level ?? lineOf(fields, `level${suffix}`),
    members: lineOf(fields, `members${suffix}`),
  }
  const members = entry.members === '' ? 0 : readMembers(entry.members)
  const found: readonly (readonly [boolean, string, string])[] = [
    [entry.code === '', 'code', m.codeEmpty],
    [entry.code !== '' && !isCode(entry.code), 'code', m.codeWrong],
    [entry.name === '', 'name', m.nameEmpty],
    [entry.name.length > longest.name, 'name', m.nameLong],
    [entry.level === '', 'level', m.levelEmpty],
    [entry.level.length > longest.level, 'level', m.levelLong],
    [members === undefined, 'members', m.members],
  ]
  return {
    entry,
    facts: { ...entry, members: members ?? 0 },
    faults: found.filter(([isWrong]) => isWrong).map(([, field, text]) => ({ field: `${field}${suffix}`, text })),
  }
}

export const factsEntry = ({ code, name, level, members }: Facts): FactsEntry => ({
  code,
  name,
  level,
  members: members > 0 ? String(members) : '',
})

export const dayWords = (day: Day, { language }: SignedInCall): string => formatDay(day, language)
