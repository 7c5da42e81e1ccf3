// The answers of a response, read-only, under the labels and sections of their form.

import { evidenceKind } from '../../shared/evidence/question.ts'
import { type EvidenceReference, parseReference } from '../../shared/evidence/reference.ts'
import type { Answers, AnswerValue } from '../../shared/form/answers.ts'
import { type FormVersion, formItems } from '../../shared/form/form.ts'
import type { FormItem } from '../../shared/form/items.ts'
import { isAsked } from '../../shared/form/program.ts'
import { formLanguage } from '../../shared/form/texts.ts'
import type { Language } from '../../shared/language.ts'
import { answerText, itemLabel } from '../../shared/messages/answer.ts'
import { pageMessages } from '../../shared/messages/page.ts'

type Shown = {
  readonly version: FormVersion
  readonly answers: Answers
  readonly language: Language
  /** Where evidence can be fetched; a name alone where it can't. */
  readonly evidenceUrl?: (reference: EvidenceReference) => string
}
type Within = Shown & {
  readonly parent: number | undefined
  readonly texts: string
  /** A section at the top of the form that isn't shown. */
  readonly without?: number | undefined
}

/** `only`: of one section at the top of the form; `without`: of all but that one. */
export const AnswerList = ({
  only,
  ...shown
}: Shown & { readonly only?: number; readonly without?: number | undefined }) => (
  <ItemList {...shown} parent={only} texts={formLanguage(shown.version.form, shown.language)} />
)

const childrenOf = ({ version, parent, without }: Within): FormItem[] =>
  formItems(version.form).filter((item) => item.parent === parent && item.index !== without)

/** A calculation is shown where its form shows it. */
const isListed = ({ type, source }: FormItem): boolean =>
  isAsked(type) || (source.label !== undefined && type === 'calculate')

/** In the order of the form: answers that follow each other are one list, sections stand between. */
function ItemList(shown: Within) {
  const runs: FormItem[][] = []
  for (const item of childrenOf(shown)) {
    const last = runs.at(-1)
    if (isListed(item) && last?.every(isListed)) last.push(item)
    else if (isListed(item) || item.type === 'group' || item.type === 'repeat') runs.push([item])
  }
  return (
    <>
      {runs.map((run) => (
        <Run key={run[0]?.key} run={run} {...shown} />
      ))}
    </>
  )
}

function Run({ run, ...shown }: Within & { readonly run: readonly FormItem[] }) {
  const [first] = run
  if (first?.type === 'group') return <Section item={first} {...shown} />
  if (first?.type === 'repeat') return <Rounds item={first} {...shown} />
  return (
    <dl class="answers">
      {run.map((item) => (
        <Answer key={item.key} item={item} {...shown} />
      ))}
    </dl>
  )
}

function Section({ item, ...shown }: Within & { readonly item: FormItem }) {
  return (
    <section>
      {item.source.label && <h3>{itemLabel(item, shown.texts)}</h3>}
      <ItemList {...shown} parent={item.index} />
    </section>
  )
}

function Rounds({ item, ...shown }: Within & { readonly item: FormItem }) {
  const value = shown.answers.get(item.key)
  const rounds = Array.isArray(value) ? value.filter((one) => typeof one === 'object') : []
  return (
    <>
      {rounds.map((round, at) => {
        const title = `${itemLabel(item, shown.texts)} ${at + 1}`
        return (
          <section key={title}>
            <h3>{title}</h3>
            <ItemList {...shown} answers={new Map(Object.entries(round))} parent={item.index} />
          </section>
        )
      })}
    </>
  )
}

function Answer({ item, ...shown }: Within & { readonly item: FormItem }) {
  const value = shown.answers.get(item.key)
  return (
    <div>
      <dt>{itemLabel(item, shown.texts)}</dt>
      {value === undefined ? (
        <dd class="none">{pageMessages[shown.language].receipt.none}</dd>
      ) : (
        <dd>
          <Value item={item} value={value} {...shown} />
        </dd>
      )}
    </div>
  )
}

function Value({ item, value, ...shown }: Within & { readonly item: FormItem; readonly value: AnswerValue }) {
  const reference = isEvidence(item) ? parseReference(String(value)) : undefined
  if (reference) return shown.evidenceUrl ? <a href={shown.evidenceUrl(reference)}>{reference.name}</a> : reference.name
  return <>{answerText(item, value, shown)}</>
}

const isEvidence = ({ source }: FormItem): boolean => evidenceKind(source) !== undefined
