// Answers that come in beyond a first sending: changed, corrected, typed in from paper, a visit that was not possible. A
// response is its own record; what the office does to one is in the audit log too.

import { problem } from '../../../shared/problems.ts'
import { findCampaign } from '../../store/campaigns.ts'
import { campaignParam, type UnitAddress, unitAddress } from '../address.ts'
import { largestFormWithFiles } from '../body.ts'
import type { SignedInCall } from '../call.ts'
import { formAt } from '../pages/form.tsx'
import { lazily, periodPath, type Route, signedIn, unitPath } from './route.ts'

const desk = lazily(() => import('../desks/entering.ts'))
const answering = { who: 'role-at', at: formAt } as const
const atUnit = (address: UnitAddress) => ({ action: 'response.amend', unitId: address.unit.id }) as const
const amending = {
  who: 'role-at',
  at: async (call: SignedInCall) => {
    const address = await unitAddress(call)
    return address.ok ? ({ ok: true, value: atUnit(address.value) } as const) : address
  },
} as const
/** Past figures are brought into a whole campaign. */
const bringingIn = {
  who: 'role-at',
  at: async ({ deps, c, me }: SignedInCall) => {
    const id = campaignParam(c)
    const found = id && (await findCampaign(deps.table, me.organisationId, id))
    if (!found) return { ok: false, problem: problem.campaignUnknown() } as const
    return { ok: true, value: { action: 'response.amend', unitId: found.campaign.unitId } } as const
  },
} as const
const past = '/campaigns/:campaign/past'
const pastDesk = lazily(() => import('../desks/past.ts'))
const response = `${unitPath}/responses/:response`
const largestForm = largestFormWithFiles

export const enteringRoutes: readonly Route[] = [
  // Those who answer change it; the office is led on to a correction. Decided over the response itself.
  { method: 'GET', path: `${response}/edit`, needs: signedIn, answer: desk('showEdit') },
  { method: 'POST', path: `${response}/edit`, largestForm, needs: answering, answer: desk('sendEdit'), records: null },
  { method: 'GET', path: `${response}/correct`, needs: amending, answer: desk('showCorrection') },
  {
    method: 'POST',
    path: `${response}/correct`,
    largestForm,
    needs: amending,
    answer: desk('sendCorrection'),
    records: 'response.corrected',
  },
  { method: 'GET', path: `${unitPath}/not-possible`, needs: answering, answer: desk('showNotPossible') },
  {
    method: 'POST',
    path: `${unitPath}/not-possible`,
    needs: answering,
    answer: desk('sendNotPossible'),
    records: null,
  },
  // Which units are offered is decided over the person; the form behind asks for the unit itself.
  {
    method: 'GET',
    path: `${periodPath}/enter`,
    needs: { who: 'role', action: 'response.amend' },
    answer: desk('choosePaper'),
  },
  { method: 'GET', path: `${unitPath}/enter`, needs: amending, answer: desk('showEnter') },
  {
    method: 'POST',
    path: `${unitPath}/enter`,
    largestForm,
    needs: amending,
    answer: desk('sendEnter'),
    records: 'response.entered',
  },
  // A draft is its author's alone, whatever the author may do by now: the person is part of its key.
  { method: 'GET', path: `${unitPath}/draft`, needs: signedIn, answer: desk('showDiscard') },
  { method: 'POST', path: `${unitPath}/draft`, needs: signedIn, answer: desk('discardDraft'), records: null },
  { method: 'GET', path: past, needs: bringingIn, answer: pastDesk('showPast') },
  { method: 'GET', path: `${past}/template.xlsx`, needs: bringingIn, answer: pastDesk('sendTemplate') },
  // What was found in a file is no change yet.
  { method: 'POST', path: past, largestForm, needs: bringingIn, answer: pastDesk('uploadPast'), records: null },
  {
    method: 'POST',
    path: `${past}/periods`,
    needs: bringingIn,
    answer: pastDesk('addPeriods'),
    records: 'campaign.changed',
  },
  { method: 'GET', path: `${past}/:import`, needs: bringingIn, answer: pastDesk('showImport') },
  {
    method: 'POST',
    path: `${past}/:import`,
    needs: bringingIn,
    answer: pastDesk('continueImport'),
    records: 'responses.imported',
  },
]
