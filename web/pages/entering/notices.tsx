// What is to be known before a form is filled in again: that it was returned and why, that it is being changed, what somebody
// else changed meanwhile, that a draft goes on. Slips and not panels: the form script puts its own panel in the place of others.

import { type FormVersion, formItems } from '../../../shared/form/form.ts'
import { formLanguage } from '../../../shared/form/texts.ts'
import { answerText, itemLabel } from '../../../shared/messages/answer.ts'
import { enteringMessages } from '../../../shared/messages/entering.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import type { ItemChange } from '../../../shared/response/answer-changes.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'

type InContext = { readonly context: PageContext }

/** Who did something to a response, and when. */
export type Doing = { readonly name: string; readonly at: string }

export function ReturnedNotice({
  context,
  by,
  unit,
  reason,
}: InContext & { readonly by: Doing; readonly unit: string; readonly reason: string }) {
  const m = enteringMessages[context.language].edit
  const moment = formatMoment(by.at, context.language, context.timeZone)
  return (
    <div class="slip">
      <h2>{m.returnedTitle}</h2>
      <p class="note">{reason}</p>
      <p class="meta">{m.returnedBy(by.name, unitName(unit), moment)}</p>
    </div>
  )
}

/** What this page does to what was sent. */
export const Lead = ({ text }: { readonly text: string }) => (
  <div class="slip">
    <p>{text}</p>
  </div>
)

export function DraftNotice({
  context,
  savedAt,
  discard,
}: InContext & { readonly savedAt: string; readonly discard: string }) {
  const m = enteringMessages[context.language].draft
  return (
    <div class="slip">
      <p>
        {m.resumed(formatMoment(savedAt, context.language, context.timeZone))} <a href={discard}>{m.discard}</a>
      </p>
    </div>
  )
}

type ChangesProps = InContext & {
  readonly version: FormVersion
  readonly by: Doing
  readonly changes: readonly ItemChange[]
}

/** What somebody else changed, question by question. */
export function Changes({ context, version, by, changes }: ChangesProps) {
  const m = enteringMessages[context.language].edit
  const texts = formLanguage(version.form, context.language)
  const shown = { version, language: context.language, texts }
  const word = (item: ItemChange['item'], value: ItemChange['before']) =>
    value === undefined ? <span class="none">{m.blank}</span> : answerText(item, value, shown)
  return (
    <>
      <p>{m.changedBy(by.name, formatMoment(by.at, context.language, context.timeZone))}</p>
      {changes.length === 0 && <p>{m.unchanged}</p>}
      <dl class="answers">
        {changes.map(({ item, rounds, before, after }) => (
          <div key={`${item.key} ${rounds.join(' ')}`}>
            <dt>{placeOf(version, item, rounds, texts, m.round)}</dt>
            <dd>
              <small>{m.before}</small>
              {word(item, before)}
              <small>{m.after}</small>
              <b>{word(item, after)}</b>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** "Person 2, Name": the rounds around a question, and what it is called. */
function placeOf(
  { form }: FormVersion,
  item: ItemChange['item'],
  rounds: ItemChange['rounds'],
  texts: string,
  round: (name: string, number: number) => string,
): string {
  const items = formItems(form)
  const around = item.repeats.map((at, level) => {
    const repeat = items[at]
    return repeat ? round(itemLabel(repeat, texts), rounds[level]?.[1] ?? 1) : ''
  })
  return [...around, itemLabel(item, texts)].join(', ')
}
