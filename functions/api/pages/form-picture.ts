// Pictures of forms, for whoever is signed in to the organisation: kept by browsers for ever, because the address holds the
// hash.

import { headLength, sniff } from '../../../shared/evidence/sniff.ts'
import { isPictureType } from '../../../shared/form/pictures.ts'
import { problem } from '../../../shared/problems.ts'
import { formPictureKey } from '../../store/form-library.ts'
import { formIdParam, sha256Param } from '../address.ts'
import type { SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'

export async function sendFormPicture(call: SignedInCall): Promise<Response> {
  const { c, deps, me } = call
  const formId = formIdParam(c)
  const sha256 = sha256Param(c)
  const bytes = formId && sha256 && (await deps.objects.get(formPictureKey(me.organisationId, formId, sha256)))
  const mediaType = bytes ? sniff(bytes.subarray(0, headLength), bytes.length <= headLength) : undefined
  if (!bytes || !isPictureType(mediaType)) return refuse(call, problem.evidenceUnknown())
  return c.body(Buffer.from(bytes), 200, {
    'content-type': mediaType,
    'cache-control': 'private, max-age=31536000, immutable',
  })
}
