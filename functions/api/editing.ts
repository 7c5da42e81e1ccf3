// A response that somebody wants to change: what there is of it, and whether they may.

import { bucketFor } from '../../shared/campaign/bucket.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { PersonId } from '../../shared/ids.ts'
import { mayAt } from '../../shared/organisation/access.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { outlines, type Standing } from '../../shared/response/counted.ts'
import { sendersOf } from '../../shared/response/review.ts'
import { entryTiming } from '../../shared/response/timing.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { listRevisions, type StoredRevision } from '../store/responses.ts'
import { type EntryStep, mayEnter, standingOfNext } from '../submit/admission.ts'
import { responseParam, type UnitAddress, unitAddress } from './address.ts'
import type { SignedInCall } from './call.ts'

/** A response with all its revisions. `newest`: the number of the last; `shown`: the one that stands, else the one that waits. */
export type Editing = {
  readonly address: UnitAddress
  readonly history: readonly StoredRevision[]
  readonly newest: number
  readonly shown: StoredRevision
}

/** What of a history people see; throws where there is none. */
export function editingOf(address: UnitAddress, history: readonly StoredRevision[]): Editing {
  const [outline] = outlines(history).values()
  if (!outline) throw new Error('A response has a revision')
  const { newest, standing, held } = outline
  return { address, history, newest: newest.revision, shown: standing ?? held ?? newest }
}

/** The response that an address names. */
export async function findEditing(call: SignedInCall): Promise<Result<Editing, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const { campaign, period, campaignUnit } = address.value
  const id = responseParam(call.c)
  const bucket = id && bucketFor(campaign.id, period.id, campaignUnit, id)
  const history = id && bucket ? await listRevisions(call.deps.table, bucket, id) : []
  return history.length > 0 ? ok(editingOf(address.value, history)) : fail(problem.responseUnknown())
}

/** Whether the person could send its next revision now, before anything was typed; otherwise why not. */
export function checkNext(
  { me, now }: SignedInCall,
  { address, history }: Pick<Editing, 'address' | 'history'>,
  step: EntryStep,
): Result<Standing, Problem> {
  const candidate = { ...address, person: me.person, tree: me.tree, history, entry: { step } }
  if (!mayEnter(candidate)) return fail(problem.unitNotYours())
  return standingOfNext(candidate, entryTiming(address.campaign, address.period, undefined, now), false)
}

/** Whoever sent it may read it, and so may those with a role for it. */
export const mayRead = ({ me }: SignedInCall, { address, history }: Pick<Editing, 'address' | 'history'>): boolean =>
  sendersOf(history).includes(me.person.id) || mayAt(me.person, me.tree, 'response.read', address.unit.id)

/** What somebody is called; the id of one who is no longer known. */
export const personName = async (
  { deps, language }: SignedInCall,
  campaign: Campaign,
  id: PersonId | '',
): Promise<string> => {
  if (id === '') return id
  // With it come the invitations of members, which no other page of a form needs.
  const { findSenderName } = await import('../store/sender-names.ts')
  return (await findSenderName(deps.table, campaign, id, language)) ?? id
}
