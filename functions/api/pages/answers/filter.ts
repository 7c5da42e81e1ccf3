// The address of the table of responses: what is filtered, which columns are shown, and where in the table one is. Whatever
// can't be read is left out; nothing here says what may be read.

import * as v from 'valibot'
import { PersonId, UnitId } from '../../../../shared/ids.ts'
import { Day } from '../../../../shared/organisation/day.ts'
import { ReportPeriod } from '../../../../shared/report/period.ts'
import { type Operator, operators, type Question } from '../../../../shared/response/answer-search.ts'
import { places } from '../../../../shared/response/state.ts'
import { type Cursor, cursorText, readCursor } from '../../../store/response-pages.ts'

/** Beside the places: when it came, whether it was accepted, and whether it waits for the visitor's own level. */
const stateFilters = [...places, 'on-time', 'late', 'accepted', 'unaccepted', 'to-decide'] as const
const StateFilter = v.picklist(stateFilters)
export type StateFilter = v.InferOutput<typeof StateFilter>

const Within = v.picklist(['unit', 'place'])
type Within = v.InferOutput<typeof Within>

export type AnswersFilter = {
  readonly unit: UnitId | undefined
  /** How much of it: the unit alone, with the closed ones in its place, or all below it too. */
  readonly within: Within | undefined
  /** The day of whose tree that is asked; without it, today. */
  readonly on: Day | undefined
  /** Part of a unit's name or code; '' for any. */
  readonly unitText: string
  /** One of the campaign's, or a longer one for all that lie in it. */
  readonly period: ReportPeriod | undefined
  readonly state: StateFilter | undefined
  readonly by: PersonId | undefined
  readonly question: Question | undefined
  readonly text: string
  /** Keys of questions. Empty: the first ones. */
  readonly columns: readonly string[]
}

/** Where in the table one is; `seen`: how many rows come before it, as the pages before counted them. */
export type TablePlace = {
  readonly after: Cursor | undefined
  readonly before: Cursor | undefined
  readonly seen: number
}

/** Longer words are cut: nobody types them, and every answer is searched for them. */
const longestWords = 200
const longestKey = 300
export const mostColumns = 12

const words = (params: URLSearchParams, name: string) =>
  (params.get(name) ?? '').trim().slice(0, longestWords).toWellFormed()

function read<const S extends v.GenericSchema<unknown, string>>(
  params: URLSearchParams,
  name: string,
  schema: S,
): v.InferOutput<S> | undefined {
  const found = v.safeParse(schema, params.get(name) ?? undefined)
  return found.success ? found.output : undefined
}

const Operators = v.picklist(operators)

function readQuestion(params: URLSearchParams): Question | undefined {
  const key = (params.get('q') ?? '').slice(0, longestKey)
  const operator: Operator = read(params, 'op', Operators) ?? 'has'
  const text = words(params, 'v')
  return key === '' || (text === '' && operator !== 'none') ? undefined : { key, operator, text }
}

export function readFilter(params: URLSearchParams): AnswersFilter {
  return {
    unit: read(params, 'unit', UnitId),
    within: read(params, 'within', Within),
    on: read(params, 'on', Day),
    unitText: words(params, 'u'),
    period: read(params, 'period', ReportPeriod),
    state: read(params, 'state', StateFilter),
    by: read(params, 'by', PersonId),
    question: readQuestion(params),
    text: words(params, 'text'),
    columns: [...new Set(params.getAll('cols').map((key) => key.slice(0, longestKey)))].slice(0, mostColumns),
  }
}

export function readPlace(params: URLSearchParams): TablePlace {
  const seen = /^\d{1,7}$/.test(params.get('n') ?? '') ? Number(params.get('n')) : 0
  return { after: readCursor(params.get('after') ?? ''), before: readCursor(params.get('before') ?? ''), seen }
}

/** The filter as the query of an address, and behind it the place. */
export function queryOf(filter: AnswersFilter, place: Partial<TablePlace> = {}): string {
  const { question, columns } = filter
  const params = new URLSearchParams()
  const set = (name: string, value: string | undefined) => {
    if (value) params.set(name, value)
  }
  set('period', filter.period)
  set('unit', filter.unit)
  set('within', filter.within)
  set('on', filter.on)
  set('u', filter.unitText)
  set('state', filter.state)
  set('by', filter.by)
  set('q', question?.key)
  set('op', question?.operator)
  set('v', question?.text)
  set('text', filter.text)
  for (const column of columns) params.append('cols', column)
  set('after', place.after && cursorText(place.after))
  set('before', place.before && cursorText(place.before))
  set('n', place.seen ? String(place.seen) : undefined)
  return params.toString()
}

/** Whether anything but the period and the columns narrows the table. */
export const isNarrowed = ({ unit, unitText, state, by, question, text }: AnswersFilter): boolean =>
  [unit, unitText, state, by, question, text].some(Boolean)
