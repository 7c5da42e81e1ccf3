// An import of figures from before, gone on with for as long as one request may take. It is written down how far it came, so
// that the next request goes on there, whoever makes it; what a process that died left half done is done again.

import type { Campaign } from '../../shared/campaign/campaign.ts'
import { formItems } from '../../shared/form/form.ts'
import { formLanguage } from '../../shared/form/texts.ts'
import type { Language } from '../../shared/language.ts'
import { answerText } from '../../shared/messages/answer.ts'
import {
  emptyTally,
  isNotice,
  mostRemarks,
  mostSampled,
  type PastImport,
  type RowTally,
  type SampleRow,
} from '../../shared/past/import.ts'
import type { PastTable } from '../../shared/past/table.ts'
import type { Objects } from '../objects.ts'
import { listCampaignUnits } from '../store/campaigns.ts'
import { findPastImport, readPastRows, savePastImport, type VersionedImport } from '../store/past-imports.ts'
import type { Sender } from '../submit/check-submission.ts'
import type { SubmitDeps } from '../submit/submit.ts'
import { bringIn, type LookedAt, lookAtRow, type PastRun } from './row.ts'
import { openRows } from './rows.ts'

/** Rows under way at once: enough to hide the waiting. */
const atOnce = 16

/** What one request may take; an answer has 30 s. */
const patienceMs = 8_000

/** Who goes on with an import: a request of the office, or the schedule for whoever began it. */
type Importing = {
  readonly deps: SubmitDeps & { readonly objects: Objects }
  readonly me: Sender
  /** ISO 8601, UTC. */
  readonly now: string
  readonly language: Language
}

/** The import as it begins a phase. */
export const begun = (entry: PastImport, phase: 'checking' | 'applying'): PastImport => ({
  ...entry,
  phase,
  next: 0,
  tally: emptyTally,
  faults: [],
  notices: [],
  noticeCount: 0,
  missingPeriods: [],
  sample: [],
})

/** Opens the rows of an import for this call; undefined where they have expired. */
export async function openRun(
  call: Importing,
  campaign: Campaign,
  entry: Pick<PastImport, 'id' | 'period' | 'fileName' | 'at'>,
  table?: PastTable,
): Promise<PastRun | undefined> {
  const { deps, me, now } = call
  const read = table ?? (await readPastRows(deps.objects, campaign.id, entry.id))
  if (!read) return undefined
  const [version, units] = await Promise.all([
    deps.directory.form(me.organisationId, campaign.form),
    listCampaignUnits(deps.table, campaign.id),
  ])
  const { person, tree } = me
  const rows = openRows({ campaign, version, units, person, tree, now, period: entry.period }, read)
  const onBehalfOf = `Nhập từ tệp ${entry.fileName}`.slice(0, 200).toWellFormed()
  return { deps, by: me, campaign, version, rows, step: { kind: 'entered', onBehalfOf }, begunAt: entry.at }
}

/** Goes on with an import that is under way; answers how far it is then. */
export async function goOn(
  call: Importing,
  { entry, version }: VersionedImport,
  run: PastRun,
): Promise<VersionedImport> {
  const started = performance.now()
  const { rows } = run.rows
  const work = entry.phase === 'applying' ? bringIn : lookAtRow
  let now = entry
  while (now.next < rows.length && (now === entry || performance.now() - started < patienceMs)) {
    const some = rows.slice(now.next, now.next + atOnce)
    const looked = await Promise.all(some.map((row) => work(run, row)))
    now = counted(
      now,
      looked,
      some.map(({ row }) => row.row),
      run,
      call.language,
    )
  }
  if (now.next >= rows.length) now = { ...now, phase: now.phase === 'applying' ? 'done' : 'checked' }
  const { campaign } = run
  if (await savePastImport(call.deps.table, campaign.id, now, version)) return { entry: now, version: version + 1 }
  const other = await findPastImport(call.deps.table, campaign.id, entry.id, call.now)
  return other ?? { entry: now, version }
}

/** The import with some rows more. */
function counted(
  entry: PastImport,
  looked: readonly LookedAt[],
  rows: readonly number[],
  run: PastRun,
  language: Language,
): PastImport {
  const tally: { -readonly [Outcome in keyof RowTally]: number } = { ...entry.tally }
  for (const { outcome } of looked) tally[outcome] += 1
  const remarks = looked.flatMap((one) => one.remarks)
  const notices = remarks.filter(isNotice)
  const missing = remarks.flatMap((one) => (one.code === 'period-not-held' ? one.period : []))
  const sample = looked.flatMap((one, at) => sampleOf(one, rows[at] ?? 0, run, language))
  return {
    ...entry,
    next: entry.next + looked.length,
    tally,
    faults: [...entry.faults, ...remarks.filter((one) => !isNotice(one))].slice(0, mostRemarks),
    notices: [...entry.notices, ...notices].slice(0, mostRemarks),
    noticeCount: entry.noticeCount + notices.length,
    missingPeriods: [...new Set([...entry.missingPeriods, ...missing])].slice(0, mostRemarks),
    sample: [...entry.sample, ...sample].slice(0, mostSampled),
  }
}

/** A row as it was read, in words: so that one sees whether "1.234" was taken for a thousand or for a fraction. */
function sampleOf({ place, answers }: LookedAt, row: number, { version }: PastRun, language: Language): SampleRow[] {
  if (!place || !answers) return []
  const items = new Map(formItems(version.form).map((item) => [item.key, item]))
  const shown = { version, language, texts: formLanguage(version.form, language) }
  const texts = [...answers].flatMap(([key, value]): [string, string][] => {
    const item = items.get(key)
    const text = item ? answerText(item, value, shown) : ''
    return text === '' ? [] : [[key, text.slice(0, 200).toWellFormed()]]
  })
  return [{ row, unitId: place.unit.id, period: place.period.id, answers: texts.slice(0, 40) }]
}
