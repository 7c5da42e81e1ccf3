// What the record of a response is made of: facts read once. Nothing here is looked up later.

import type { Campaign } from '../campaign/campaign.ts'
import type { Sha256 } from '../evidence/reference.ts'
import type { Answers } from '../form/answers.ts'
import type { Raised } from '../form/rules.ts'
import type { PeriodId, ResponseId } from '../ids.ts'
import type { LocalText } from '../language.ts'
import type { Standing } from '../response/counted.ts'
import type { Step } from '../response/step.ts'
import type { Reading } from './answer-words.ts'
import type { PaperPicture } from './paper.ts'
import type { PresetId } from './preset-id.ts'

/** Whose document it is, as the preset's letterhead wants it. */
export type Letterhead = {
  readonly preset: PresetId
  readonly bodyAbove: string
  readonly body: string
  readonly logo?: string | undefined
  /** What follows the kind of document in its number: "BTCĐUK"; '' where it isn't known. */
  readonly office: string
  /** '' where it isn't known. */
  readonly place: string
}

/** A revision, as far as its record says something of it. */
type RecordedRevision = {
  readonly id: ResponseId
  readonly revision: number
  readonly receivedAt: string
  readonly contentHash: string
  readonly standing: Standing
  readonly step: Step
  readonly answers: Answers
  readonly raised: Raised
}

export type RecordInput = Reading & {
  readonly timeZone: string
  readonly letterhead: Letterhead
  readonly campaign: { readonly title: LocalText; readonly kind: Campaign['kind'] }
  readonly periodId: PeriodId
  readonly unit: { readonly name: string; readonly code: string; readonly parentName: string | undefined }
  readonly latest: RecordedRevision
  /** Who sent it first, and when they had finished it; ISO 8601, UTC. */
  readonly first: {
    readonly by: string | undefined
    readonly finishedAt: string
    readonly onBehalfOf: string | undefined
  }
  /** Whether it waits to be accepted, in a campaign that counts only what was. */
  readonly isWaiting: boolean
  /** Pictures that lie beside the document's data, by the hash of the evidence they were made of. */
  readonly pictures: ReadonlyMap<Sha256, PaperPicture>
}
