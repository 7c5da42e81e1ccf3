// The answers of a response, read-only, under the labels and sections of their form.

import { evidenceKind } from '../../shared/evidence/question.ts'
import { type EvidenceReference, parseReference } from '../../shared/evidence/reference.ts'
import type { Answers, AnswerValue } from '../../shared/form/answers.ts'
import { toDecimal } from '../../shared/form/decimal.ts'
import { type FormVersion, formItems } from '../../shared/form/form.ts'
import type { FormItem } from '../../shared/form/items.ts'
import { choicesIn } from '../../shared/form/lists.ts'
import { isAsked } from '../../shared/form/program.ts'
import { formLanguage, textIn } from '../../shared/form/texts.ts'
import type { Language } from '../../shared/language.ts'
import { formatDecimal } from '../../shared/messages/number.ts'
import { pageMessages } from '../../shared/messages/page.ts'

type Shown = {
  readonly version: FormVersion
  readonly answers: Answers
  readonly language: Language
  /** Where evidence can be fetched; a name alone where it can't. */
  readonly evidenceUrl?: (reference: EvidenceReference) => string
}
type Within = Shown & { readonly parent: number | undefined; readonly texts: string }

export const AnswerList = (shown: Shown) => (
  <ItemList {...shown} parent={undefined} texts={formLanguage(shown.version.form, shown.language)} />
)

const childrenOf = ({ version, parent }: Within): FormItem[] =>
  formItems(version.form).filter((item) => item.parent === parent)

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

/** A text of a form without markup, for places that know no draft: what it takes from answers is left open. */
export const plainLabel = (text: string): string => text.replace(/\*\*|__|<[^<>]*>/g, '').replace(/\$\{[^{}]*\}/g, '…')

/** What a question or section is called, in the form's language `texts`. */
export const labelOf = ({ source, name }: FormItem, texts: string): string =>
  plainLabel(textIn(source.label, texts) ?? name)

function Section({ item, ...shown }: Within & { readonly item: FormItem }) {
  return (
    <section>
      {item.source.label && <h3>{labelOf(item, shown.texts)}</h3>}
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
        const title = `${labelOf(item, shown.texts)} ${at + 1}`
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
      <dt>{labelOf(item, shown.texts)}</dt>
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

/** An answer as people read it. A value its question no longer takes is shown as it is. */
export function answerText(
  { type, source }: FormItem,
  value: AnswerValue,
  { version, language, texts }: Pick<Within, 'version' | 'language' | 'texts'>,
): string {
  if (type.startsWith('select_') || type === 'rank') {
    const labels = new Map(
      choicesIn(version.form, source).map(({ name, label }) => [name, textIn(label, texts) ?? name]),
    )
    const names = Array.isArray(value) ? value.map(String) : [String(value)]
    return names.map((name) => labels.get(name) ?? name).join(type === 'rank' ? ' › ' : '; ')
  }
  const isNumber = type === 'integer' || type === 'decimal' || type === 'range'
  if (isNumber && /^-?\d+(\.\d+)?$/.test(String(value))) return formatDecimal(toDecimal(String(value)), language)
  const [, year, month, day] = type === 'date' ? (/^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? []) : []
  return year === undefined ? String(value) : `${day}/${month}/${year}`
}
