// What the parts of a form's page are given: the draft as it stands, and how it is shown.

import { boundsOf } from '../../shared/form/bounds.ts'
import type { Draft } from '../../shared/form/draft.ts'
import type { DraftNode } from '../../shared/form/draft-node.ts'
import type { AnswerFault } from '../../shared/form/fault.ts'
import { type FormVersion, formItems } from '../../shared/form/form.ts'
import type { FormItem } from '../../shared/form/items.ts'
import { textIn, textLanguage } from '../../shared/form/texts.ts'
import { writtenNumber } from '../../shared/form/types-number.ts'
import type { Language } from '../../shared/language.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { describeFault } from '../../shared/messages/problem.ts'
import type { Texts, XlsQuestion } from '../../shared/xlsform/form.ts'
import { languageCode } from '../../shared/xlsform/language-code.ts'

export type FormScreen = {
  readonly version: FormVersion
  readonly draft: Draft
  /** The language of the form's texts, as the form calls it. */
  readonly language: string
  /** The language of the page around them. */
  readonly ui: Language
  readonly responseId: string
  /** ISO 8601, UTC: the clock of the draft. */
  readonly startedAt: string
  /** By place. */
  readonly faults: ReadonlyMap<string, AnswerFault>
  /** Places whose consistency rule is shown as broken. */
  readonly inconsistent: ReadonlySet<string>
  /** Questions that follow from what was answered since the page was shown last. */
  readonly followUps: readonly string[]
  /** In the paged style the item that is shown now, and which page that is. */
  readonly page: { readonly item: number; readonly number: number; readonly of: number } | undefined
  /** The place that takes the focus: a round that was added. */
  readonly focus: string | undefined
  /** By place: the answer of the period before, in words. */
  readonly previous?: ReadonlyMap<string, string>
  /** Where a picture of the form is; undefined where it has none of that name. */
  readonly mediaUrl: (name: string) => string | undefined
}

export const messagesOf = ({ ui }: FormScreen) => pageMessages[ui].form

export function itemOf({ version }: FormScreen, node: DraftNode): FormItem | undefined {
  return formItems(version.form)[node.item]
}

/** The question that a node answers; undefined for sections. */
export function questionOf(screen: FormScreen, node: DraftNode): XlsQuestion | undefined {
  const source = itemOf(screen, node)?.source
  return source && !('questions' in source) ? source : undefined
}

export const textOf = ({ language }: FormScreen, texts: Texts | undefined): string | undefined =>
  textIn(texts, language)

/** The lang attribute of a text of the form; undefined where it is the page's own. */
export function langOf({ language, ui }: FormScreen, texts: Texts | undefined): string | undefined {
  const code = textLanguage(texts, language) ?? languageCode(language)
  return code === undefined || code === ui ? undefined : code
}

/** A text without markup, answers put in for its ${names}: for places where nothing but text can stand. */
function spoken(screen: FormScreen, node: DraftNode, text: string): string {
  return text
    .replace(/\$\{\s*([^{}]+?)\s*\}/g, (_, name: string) => screen.draft.text(['$', name], node))
    .replace(/<[^<>]*>|\*\*|__/g, '')
    .replace(/^#+\s+/gm, '')
    .trim()
}

/** What a question is called in a sentence. */
export const labelOf = (screen: FormScreen, node: DraftNode): string => {
  const source = itemOf(screen, node)?.source
  return spoken(screen, node, textOf(screen, source?.label) ?? source?.name ?? '')
}

const ofConstraint: ReadonlySet<AnswerFault['code']> = new Set<AnswerFault['code']>([
  'answer.constraint',
  'answer.too-small',
  'answer.too-large',
  'answer.too-long',
])

/** The author's own words for a fault, where there are any. */
function authored(screen: FormScreen, node: DraftNode, { code }: AnswerFault): string | undefined {
  const question = questionOf(screen, node)
  const texts =
    code === 'answer.required'
      ? question?.requiredMessage
      : ofConstraint.has(code)
        ? question?.constraintMessage
        : undefined
  const text = textOf(screen, texts)
  return text === undefined ? undefined : spoken(screen, node, text)
}

/** What is wrong with an answer, to stand beside its question. */
export const faultText = (screen: FormScreen, node: DraftNode, fault: AnswerFault): string =>
  authored(screen, node, fault) ?? describeFault(fault, screen.ui)

/** The same with the question's label before it, to stand in a list. */
export function faultSentence(screen: FormScreen, node: DraftNode, fault: AnswerFault): string {
  const own = authored(screen, node, fault)
  const label = labelOf(screen, node)
  return own === undefined ? describeFault(fault, screen.ui, label) : `${label.replace(/[\s:.]+$/, '')}: ${own}`
}

/** The words for a broken constraint, before it is broken: the author's, else its bound. */
export function constraintText(screen: FormScreen, node: DraftNode): string | undefined {
  const question = questionOf(screen, node)
  if (!question?.constraint) return question?.type === 'range' ? boundsText(screen, question) : undefined
  const own = textOf(screen, question.constraintMessage)
  if (own !== undefined) return own.includes('${') ? undefined : spoken(screen, node, own)
  return boundsOf(question.constraint.tree) ? boundsText(screen, question) : undefined
}

/** What a field takes: "Số nguyên từ 0 đến 60"; undefined for questions that say nothing of it. */
function boundsText(screen: FormScreen, { type, constraint, parameters }: XlsQuestion): string | undefined {
  const m = messagesOf(screen)
  const bounds = boundsOf(constraint?.tree) ?? {}
  if (type === 'text') return bounds.maxLength === undefined ? undefined : m.atMostCharacters(bounds.maxLength)
  if (type !== 'integer' && type !== 'decimal' && type !== 'range') return undefined
  const parameter = (name: string) => parameters?.findLast(([key]) => key === name)?.[1]
  const whole = type === 'integer' || (type === 'range' && screenRangeIsWhole(parameters))
  const shown = (value: number | string | undefined) => (value === undefined ? undefined : numberText(screen.ui, value))
  const min = shown(type === 'range' ? (parameter('start') ?? '1') : bounds.min)
  const max = shown(type === 'range' ? (parameter('end') ?? '10') : bounds.max)
  if (min !== undefined && max !== undefined) return (whole ? m.wholeFromTo : m.numberFromTo)(min, max)
  if (min !== undefined) return (whole ? m.wholeFrom : m.numberFrom)(min)
  if (max !== undefined) return (whole ? m.wholeTo : m.numberTo)(max)
  return whole ? m.wholeNumber : m.anyNumber
}

/** What stands below a question's own hint: what its field takes, and what was answered the period before. */
export function remarkText(screen: FormScreen, node: DraftNode, question: XlsQuestion): string | undefined {
  const bounds = node.readOnly ? undefined : boundsText(screen, question)
  const previous = screen.previous?.get(node.place)
  return bounds !== undefined && previous !== undefined ? `${bounds}\n${previous}` : (bounds ?? previous)
}

const screenRangeIsWhole = (parameters: XlsQuestion['parameters']): boolean =>
  ['start', 'end', 'step'].every((name) => /^-?\d*$/.test(parameters?.findLast(([key]) => key === name)?.[1] ?? ''))

const numberText = (ui: Language, value: number | string): string =>
  new Intl.NumberFormat(ui, { maximumFractionDigits: 9 }).format(Number(value))

/** An answer as its field shows it: decimals as one writes them in the page's language. */
export function shownValue({ ui, draft }: FormScreen, node: DraftNode): string {
  const type = draft.item(node)?.type
  return type === undefined ? node.value : writtenNumber(type, node.value, ui)
}
