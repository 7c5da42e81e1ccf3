// Files that a browser sent with a form, without script: each is stored like any evidence, and its answer then names it.

import { evidenceKind } from '../../shared/evidence/question.ts'
import { formatReference } from '../../shared/evidence/reference.ts'
import type { AnswerFault } from '../../shared/form/fault.ts'
import { type FormVersion, formItems } from '../../shared/form/form.ts'
import { fieldName, placeOfFile } from '../../web/form/field-names.ts'
import type { UnitRound } from '../store/responses.ts'
import type { FormParts } from './body.ts'
import type { SignedInCall } from './call.ts'
import { storeEvidence } from './evidence.ts'

/** Stores the files and puts their references into the fields; a fault at its question for each that can't be taken. */
export async function keepFiles(
  call: SignedInCall,
  round: UnitRound,
  version: FormVersion,
  { fields, files }: FormParts,
): Promise<AnswerFault[]> {
  const faults: AnswerFault[] = []
  for (const { name, file } of files) {
    const place = placeOfFile(name)
    // Its key is what stands behind the rounds of the repeats around it.
    const key = place?.replace(/^.*\]\//, '')
    const source = formItems(version.form).find((item) => item.key === key)?.source
    const kind = source && evidenceKind(source)
    if (place === undefined || !kind) continue
    const bytes = new Uint8Array(await file.arrayBuffer())
    const stored = await storeEvidence(call.deps, round, bytes, file.name, call.me.person.id, kind)
    if (stored.ok) fields.set(fieldName(place), formatReference(stored.value.reference))
    else faults.push({ question: place, code: 'answer.not-evidence' })
  }
  return faults
}
