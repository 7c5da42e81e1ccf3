// The list of actions as a file, narrowed down as on the page: for a meeting, or to work on elsewhere.

import type { VersionedAction } from '../../../../shared/action/action.ts'
import { readFilter } from '../../../../shared/action/filter.ts'
import type { CampaignId } from '../../../../shared/ids.ts'
import { type LocalText, localize } from '../../../../shared/language.ts'
import { actionMessages } from '../../../../shared/messages/actions.ts'
import { formatDay } from '../../../../shared/messages/day.ts'
import { periodName } from '../../../../shared/messages/period.ts'
import { dayOf } from '../../../../shared/organisation/day.ts'
import { findingSaid } from '../../../../web/pages/actions/shown.ts'
import { listCampaigns } from '../../../store/campaigns.ts'
import { neutralText } from '../../../workbook/escape.ts'
import { writeWorkbook } from '../../../workbook/write-workbook.ts'
import { attachment } from '../../attachment.ts'
import { type SignedInCall, timeZoneOf } from '../../call.ts'
import { actionTops } from './address.ts'
import { findActions, sheetsUnder } from './find.ts'
import { foldRaising } from './fold-raising.ts'
import { queryOf, unitFilter } from './list.tsx'
import { namesOf, peopleIn, shownAction } from './shown.ts'

/** A file that a function hands out at once; who wants more narrows the list down. */
const mostRows = 5_000
/** Actions read at once. */
const atOnce = 200

export async function sendCsv(call: SignedInCall): Promise<Response> {
  const lines = (await rowsOf(call)).map((row) => row.map(quoted).join(','))
  // With the mark in front Excel reads it as UTF-8.
  return file(call, 'csv', 'text/csv; charset=utf-8', Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`))
}

const quoted = (text: string): string => `"${neutralText(text).replaceAll('"', '""')}"`

const columnWidths = [36, 12, 28, 40, 36, 40, 12, 24, 12, 10, 28, 32, 20, 12, 48]

export async function sendXlsx(call: SignedInCall): Promise<Response> {
  const rows = await rowsOf(call)
  const bytes = writeWorkbook([{ name: actionMessages[call.language].title, rows, columnWidths }])
  return file(call, 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', Buffer.from(bytes))
}

const file = ({ c, me, language }: SignedInCall, ending: string, type: string, bytes: Buffer<ArrayBuffer>): Response =>
  c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': attachment(`${actionMessages[language].title} ${me.today}.${ending}`),
  })

/** The head and a row for each action; a last row says so where there are more than a file holds. */
async function rowsOf(call: SignedInCall): Promise<string[][]> {
  const { deps, me, language } = call
  const m = actionMessages[language]
  const query = queryOf(call)
  const campaigns = await listCampaigns(deps.table, me.organisationId)
  await foldRaising(call, campaigns)
  const filter = readFilter(query)
  const unit = unitFilter(call, query).unit
  const sheets = filter.unit !== '' && !unit ? [] : await sheetsUnder(call, unit ? [unit.id] : actionTops(call))
  const found: VersionedAction[] = []
  let after = filter.after
  do {
    const page = await findActions(call, { ...filter, after }, sheets, atOnce)
    found.push(...page.actions)
    after = page.next
  } while (after !== undefined && found.length < mostRows)
  const names = await namesOf(call, found.flatMap(peopleIn))
  const titles = new Map(campaigns.map(({ id, title }) => [id, title]))
  const rows = found.slice(0, mostRows).map((one) => rowOf(call, one, names, titles))
  const isCut = after !== undefined || found.length > mostRows
  return [Object.values(m.table), ...rows, ...(isCut ? [[m.list.cut(mostRows)]] : [])]
}

/** In the order of the texts of the head. */
function rowOf(
  call: SignedInCall,
  one: VersionedAction,
  names: Awaited<ReturnType<typeof namesOf>>,
  titles: ReadonlyMap<CampaignId, LocalText>,
): string[] {
  const { language } = call
  const m = actionMessages[language]
  const { action, unit, owner, late, campaign } = shownAction(call, one, names, titles)
  const say = (text: LocalText | undefined) => (text ? localize(text, language) : '')
  return [
    unit.name,
    unit.code,
    unit.parentName ?? '',
    findingSaid(action, language).text,
    say(action.question),
    say(action.remedy),
    m.severities[action.severity],
    m.states[action.state],
    action.dueOn === null ? '' : formatDay(action.dueOn, language),
    late > 0 ? String(late) : '',
    owner ?? '',
    say(campaign),
    periodName(action.periodId, language),
    formatDay(dayOf(action.raisedAt, timeZoneOf(call)), language),
    action.steps.findLast(({ words }) => words !== undefined)?.words ?? '',
  ]
}
