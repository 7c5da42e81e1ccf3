// The page of one action, and what is done there: every move of its life (shared/action/lifecycle.ts).

import type { ActionStep } from '../../../../shared/action/action.ts'
import {
  type ActionEntry,
  dueIn,
  type EntryFault,
  ownerIn,
  readEntry,
  wordsFault,
  wordsIn,
} from '../../../../shared/action/entry.ts'
import { type MoveName, moved, moves, possibleMoves } from '../../../../shared/action/lifecycle.ts'
import { bucketFor } from '../../../../shared/campaign/bucket.ts'
import { formatDay } from '../../../../shared/messages/day.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { sendersOf } from '../../../../shared/response/review.ts'
import { ActionPage, type ShownStep } from '../../../../web/pages/actions/action.tsx'
import { refreshSheet, saveAction } from '../../../store/actions.ts'
import { listRevisions } from '../../../store/responses.ts'
import { formParts } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { safeReturn } from '../../sign-in.ts'
import { type ActionAddress, actionAddress } from './address.ts'
import { keepRepairFiles } from './files.ts'
import { mayOwn, ownerChoices } from './owners.ts'
import { namesOf, ownerName, peopleIn, shownAction } from './shown.ts'

type Tried = { readonly move: MoveName; readonly entry: ActionEntry; readonly faults: readonly EntryFault[] }

export async function showAction(call: SignedInCall): Promise<Response> {
  const found = await actionAddress(call)
  return found.ok ? actionPage(call, found.value) : refuse(call, found.problem)
}

async function actionPage(call: SignedInCall, found: ActionAddress, why?: Problem, tried?: Tried): Promise<Response> {
  const { me, language } = call
  const { action, campaign, unit } = found
  const names = await namesOf(call, peopleIn(found))
  const possible = possibleMoves(action, me.person, me.tree)
  const stepOf = ({ kind, at, by, words, files, owner, dueOn }: ActionStep): ShownStep => ({
    kind,
    at,
    by: by === null ? undefined : (names.get(by) ?? by),
    words,
    files: files ?? [],
    owner: owner === undefined ? undefined : (ownerName(call, owner, names) ?? ''),
    due: dueOn === undefined ? undefined : dueOn === null ? '' : formatDay(dueOn, language),
  })
  return call.c.html(
    <ActionPage
      context={pageContext(call)}
      shown={shownAction(call, found, names, new Map([[campaign.id, campaign.title]]))}
      today={me.today}
      steps={action.steps.map(stepOf)}
      responseHref={await responseHref(call, found)}
      moves={possible}
      owners={possible.includes('assign') ? await ownerChoices(call, [unit.id]) : []}
      problem={why}
      tried={tried}
    />,
    why ? statusOf[why.code] : 200,
  )
}

/** The response that raised it, for those who may read it. */
async function responseHref({ deps, me }: SignedInCall, found: ActionAddress): Promise<string | undefined> {
  const { campaign, period, campaignUnit, unit, action } = found
  const href = path.receipt(campaign.id, period.id, unit.id, action.responseId)
  if (mayAt(me.person, me.tree, 'response.read', unit.id)) return href
  const bucket = bucketFor(campaign.id, period.id, campaignUnit, action.responseId)
  const history = await listRevisions(deps.table, bucket, action.responseId)
  return sendersOf(history).includes(me.person.id) ? href : undefined
}

/** POST .../actions/:action/MOVE: stores the move and shows the action again, or what was entered with what is wrong with it. */
const makeMove =
  (name: MoveName) =>
  async (call: SignedInCall): Promise<Response> => {
    const found = await actionAddress(call)
    if (!found.ok) return refuse(call, found.problem)
    const parts = await formParts(call.c)
    if (!parts.ok) return refuse(call, parts.problem)
    const { fields } = parts.value
    const entry = readEntry(fields)
    const { action, version, unit } = found.value
    const here = path.action(action)
    const done = () => call.c.redirect(safeReturn(fields.get('returnTo') ?? here), 303)
    const changed = (now: ActionAddress) =>
      actionPage(call, now, problem.actionChanged(), { move: name, entry, faults: [] })
    if (fields.get('version') !== String(version)) {
      // Of two presses the second finds what the first has stored, whose answer was lost.
      const last = action.steps.at(-1)
      const isOwn =
        last?.by === call.me.person.id && last.kind === moves[name].step && (last.words ?? '') === wordsIn(entry)
      if (!isOwn) return changed(found.value)
      await refreshSheet(call.deps.table, call.me.organisationId, unit.id)
      call.changedNothing()
      return done()
    }
    const set = await readMove(call, found.value, name, entry)
    if (set.faults.length > 0)
      return actionPage(call, found.value, problem.actionFaulty(), { move: name, entry, faults: set.faults })
    const kept = await keepRepairFiles(call, found.value, name === 'done' ? parts.value.files : [])
    if (!kept.ok) return actionPage(call, found.value, problem.actionFaulty(), { move: name, entry, faults: ['files'] })
    const files = kept.value.length > 0 ? { files: kept.value } : {}
    const next = moved(action, name, { at: call.now, by: call.me.person.id, ...set.made, ...files })
    if (!next) return changed(found.value)
    if (!(await saveAction(call.deps.table, call.me.organisationId, next, version))) {
      const now = await actionAddress(call)
      return now.ok ? changed(now.value) : refuse(call, now.problem)
    }
    call.record({ subject: here, unitId: unit.id, ...(set.made.words ? { details: set.made.words } : {}) })
    return done()
  }

type Made = Pick<ActionStep, 'words' | 'owner' | 'dueOn'>

/** What the form sets, or what is wrong with it. */
async function readMove(
  call: SignedInCall,
  { action, unit }: ActionAddress,
  name: MoveName,
  entry: ActionEntry,
): Promise<{ readonly made: Made; readonly faults: readonly EntryFault[] }> {
  const faults: EntryFault[] = wordsFault(entry, moves[name].words) ? ['words'] : []
  const words = wordsIn(entry)
  const made: Made = words === '' ? {} : { words }
  if (name !== 'assign') return { made, faults }
  const [owner, due] = [ownerIn(entry, unit.id), dueIn(entry, call.me.today, action.dueOn)]
  if (owner === 'fault' || !(await mayOwn(call, owner.owner, unit.id))) faults.push('owner')
  if (due === 'fault') faults.push('due')
  if (due === 'past') faults.push('past')
  if (owner === 'fault' || due === 'fault' || due === 'past') return { made, faults }
  const dueOn = due === action.dueOn ? {} : { dueOn: due }
  if (owner.owner === undefined && dueOn.dueOn === undefined && words === '') faults.push('nothing')
  return { made: { ...made, ...owner, ...dueOn }, faults }
}

export const assign = makeMove('assign')
export const done = makeMove('done')
export const check = makeMove('check')
export const confirm = makeMove('confirm')
export const reopen = makeMove('reopen')
export const drop = makeMove('drop')
