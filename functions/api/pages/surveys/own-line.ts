// Where a member's own answer of a period stands, as the member is told.

import type { OwnState } from '../../../../shared/messages/survey-own.ts'
import { path } from '../../../../shared/paths.ts'
import { outlines } from '../../../../shared/response/counted.ts'
import { isAccepted, isScored, isSent, wordsOf } from '../../../../shared/response/step.ts'
import type { OwnLine } from '../../../../web/pages/surveys/own.tsx'
import type { StoredRevision } from '../../../store/responses.ts'
import { mayAnswerNow, type NamedMember, type OwnAnswer } from '../../../submit/own-answers.ts'

/** The revision that stands, else the one that waits, else the last; undefined where nothing was sent. */
export function shownIn({ history }: OwnAnswer): StoredRevision | undefined {
  const [outline] = outlines(history).values()
  return outline && (outline.standing ?? outline.held ?? outline.newest)
}

/** The number of the newest revision, 0 for none. */
export const newestIn = ({ history }: OwnAnswer): number => history.at(-1)?.revision ?? 0

function stateOf({ history }: OwnAnswer): OwnState {
  const [outline] = outlines(history).values()
  const standing = outline?.standing
  if (!standing) return outline?.held ? 'waiting' : 'withdrawn'
  if (standing.step.kind === 'returned') return 'returned'
  if (isAccepted(standing.step)) return 'confirmed'
  return isScored(history) ? 'scored' : 'sent'
}

export function lineOf(member: NamedMember, key: string, own: OwnAnswer, now: string): OwnLine | undefined {
  const shown = shownIn(own)
  const sent = own.history.findLast(({ step }) => isSent(step))
  if (!shown || !sent) return undefined
  const { id } = own.period
  return {
    periodId: id,
    state: stateOf(own),
    sentAt: sent.receivedAt,
    words: wordsOf(shown.step),
    href: path.ownAnswer(key, id),
    changeHref: mayAnswerNow(member, own, now).ok ? path.changeOwnAnswer(key, id) : undefined,
  }
}
