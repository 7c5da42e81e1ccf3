// The files that belong to a record's answers, with what is known of each.

import type { EvidenceQuestion } from '../../../../shared/evidence/kinds.ts'
import { evidenceKind } from '../../../../shared/evidence/question.ts'
import { type EvidenceReference, parseReference } from '../../../../shared/evidence/reference.ts'
import { type FormVersion, formItems } from '../../../../shared/form/form.ts'
import { formLanguage } from '../../../../shared/form/texts.ts'
import { valuesAt } from '../../../../shared/form/values.ts'
import { itemLabel } from '../../../../shared/messages/answer.ts'
import { path } from '../../../../shared/paths.ts'
import type { GalleryItem } from '../../../../web/pages/answers/gallery.tsx'
import { findEvidence } from '../../../store/evidence.ts'
import type { StoredRevision } from '../../../store/responses.ts'
import type { UnitAddress } from '../../address.ts'
import type { SignedInCall } from '../../call.ts'
import { isShownPicture } from './picture.ts'

/** More files than this are links alone: each takes a look into the table. */
const mostLookedUp = 60

type Referred = { readonly reference: EvidenceReference; readonly label: string; readonly kind: EvidenceQuestion }

function referencesIn({ form }: FormVersion, { answers }: StoredRevision, language: string): Referred[] {
  const items = formItems(form)
  const texts = formLanguage(form, language)
  return items.flatMap((item): Referred[] => {
    const kind = evidenceKind(item.source)
    if (!kind) return []
    const values = valuesAt(answers, [...item.repeats.map((repeat) => items[repeat]?.key ?? ''), item.key])
    return values.flatMap((value) => {
      const reference = parseReference(String(value))
      return reference ? { reference, label: itemLabel(item, texts), kind } : []
    })
  })
}

export async function galleryOf(
  { deps, language }: SignedInCall,
  address: UnitAddress,
  version: FormVersion,
  shown: StoredRevision,
): Promise<GalleryItem[]> {
  const { campaign, period, unit } = address
  const referred = referencesIn(version, shown, language)
  return Promise.all(
    referred.map(async ({ reference, label, kind }, at): Promise<GalleryItem> => {
      const stored = at < mostLookedUp ? await findEvidence(deps.table, address, reference.sha256) : undefined
      return {
        label,
        name: reference.name,
        isSignature: kind === 'signature',
        isThere: at >= mostLookedUp || stored !== undefined,
        href: path.evidence(campaign.id, period.id, unit.id, reference),
        pictureHref:
          stored && isShownPicture(stored)
            ? path.evidencePicture(campaign.id, period.id, unit.id, reference.sha256)
            : undefined,
      }
    }),
  )
}
