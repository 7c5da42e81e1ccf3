// Files that show a repair: stored like any evidence of the unit in that period, and handed out to whoever sees the action.

import * as v from 'valibot'
import { mostFiles } from '../../../../shared/action/action.ts'
import { type EvidenceReference, FileName } from '../../../../shared/evidence/reference.ts'
import { problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { findEvidence } from '../../../store/evidence.ts'
import { sha256Param } from '../../address.ts'
import type { FormParts } from '../../body.ts'
import type { SignedInCall } from '../../call.ts'
import { storeEvidence } from '../../evidence.ts'
import { refuse } from '../../problem-response.tsx'
import { sendStored } from '../evidence.ts'
import { type ActionAddress, actionAddress } from './address.ts'

/** Stores what was chosen; a failure where one of the files can't be taken, or there are too many. */
export async function keepRepairFiles(
  { deps, me }: SignedInCall,
  address: ActionAddress,
  files: FormParts['files'],
): Promise<Result<EvidenceReference[], 'files'>> {
  const chosen = files.filter(({ name }) => name === 'files')
  if (chosen.length > mostFiles) return fail('files')
  const kept = new Map<string, EvidenceReference>()
  for (const { file } of chosen) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const stored = await storeEvidence(deps, address, bytes, file.name, me.person.id, 'file')
    if (!stored.ok) return fail('files')
    kept.set(stored.value.reference.sha256, stored.value.reference)
  }
  return ok([...kept.values()])
}

/** GET .../actions/:action/files/:sha256/:name: one that the action's history names, and no other of the unit's. */
export async function sendRepairFile(call: SignedInCall): Promise<Response> {
  const found = await actionAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { action } = found.value
  const [sha256, name] = [sha256Param(call.c), v.safeParse(FileName, call.c.req.param('name'))]
  const isNamed = action.steps.some(({ files }) => files?.some((file) => file.sha256 === sha256))
  const evidence = sha256 && isNamed ? await findEvidence(call.deps.table, found.value, sha256) : undefined
  if (!evidence || !name.success) return refuse(call, problem.evidenceUnknown())
  return sendStored(call, { address: found.value, evidence, name: name.output })
}
