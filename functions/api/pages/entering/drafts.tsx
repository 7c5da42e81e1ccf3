// Drafts: a form kept to go on with later, gone on with, discarded.

import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { DraftField } from '../../../../web/form/ways.tsx'
import { DiscardDraftPage } from '../../../../web/pages/entering/discard-draft.tsx'
import { DraftNotice } from '../../../../web/pages/entering/notices.tsx'
import { type Draft, type DraftFields, findDraft, mostDrafts, removeDraft, saveDraft } from '../../../store/drafts.ts'
import { type UnitAddress, unitAddress } from '../../address.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { enterForm } from '../../form-screen.ts'
import { refuse } from '../../problem-response.tsx'
import { circumstances, type SentForm, withLastSaved } from '../../sent-form.ts'
import { draftPlace, firstWays, formPage, versionOf } from '../form.tsx'
import { unitHeading } from '../visits.tsx'

/** What a form's page needs to come back as it was. */
const ownFields: ReadonlySet<string> = new Set([
  'id',
  'editing',
  'formVersion',
  'startedAt',
  'hiddenThen',
  'formLanguage',
  'otherLanguage',
  'typedIn',
  'at',
])
const isKept = (name: string) => ownFields.has(name) || name.startsWith('q.') || name.startsWith('then.')

/** Of a form's fields those that a draft holds. */
export const draftFields = (fields: URLSearchParams): DraftFields => [...fields].filter(([name]) => isKept(name))

/**
 * Keeps what was typed; answers with where to go from there. Files that came with it are stored by now, and named in its
 * fields; those that could not be taken are not in it, which the list says. `draft` among the fields becomes the version that
 * is there now, so that keeping it once more is done knowingly.
 */
export async function keepDraft(
  call: SignedInCall,
  address: UnitAddress,
  { fields, about, unkept }: SentForm,
): Promise<Result<string, Problem>> {
  const expected = Number(fields.get('draft') ?? 0)
  const draft = { fields: draftFields(fields), responseId: about.responseId }
  const saved = await saveDraft(call.deps.table, draftPlace(call, address), draft, { now: call.now, expected })
  switch (saved.outcome) {
    case 'saved':
      return ok(path.visits(unkept.length > 0 ? 'draft-without-files' : 'draft'))
    case 'newer':
      fields.set('draft', String(saved.version))
      return fail(problem.draftNewer(saved.savedAt))
    case 'too-large':
      return fail(problem.draftTooLarge())
    case 'too-many':
      return fail(problem.tooManyDrafts(mostDrafts))
  }
}

/** The form as it was kept. One that was to change a response which is gone by now begins a new one. */
export async function resumeDraft(call: SignedInCall, address: UnitAddress, draft: Draft): Promise<Response> {
  const fields = new URLSearchParams(draft.fields.map(([name, value]) => [name, value]))
  if (fields.has('editing')) fields.delete('id')
  fields.set('action', 'refresh')
  const begun = await withLastSaved(call, address, { version: await versionOf(call, address, fields) })
  const { screen } = enterForm(circumstances(call, begun, fields), fields)
  const { campaign, period, unit } = address
  const discard = path.discardDraft(campaign.id, period.id, unit.id)
  return formPage(call, {
    address,
    screen,
    above: <DraftNotice context={pageContext(call)} savedAt={draft.savedAt} discard={discard} />,
    own: <DraftField version={String(draft.version)} />,
    ways: firstWays(call, address),
  })
}

/** GET: asks whether the draft shall go. */
export async function showDiscard(call: SignedInCall): Promise<Response> {
  const address = await unitAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const draft = await findDraft(call.deps.table, draftPlace(call, address.value), call.now)
  if (!draft) return call.c.redirect(path.visits(), 302)
  const { campaign, period, unit } = address.value
  const page = (
    <DiscardDraftPage
      context={pageContext(call)}
      campaignTitle={campaign.title}
      unit={unitHeading(call, unit.id)}
      periodId={period.id}
      savedAt={draft.savedAt}
    />
  )
  return call.c.html(page)
}

/** POST: removes the person's own draft. */
export async function discardDraft(call: SignedInCall): Promise<Response> {
  const address = await unitAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  await removeDraft(call.deps.table, draftPlace(call, address.value))
  return call.c.redirect(path.visits('draft-discarded'), 303)
}
