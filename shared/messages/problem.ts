// What each problem and each faulty answer says to people: what happened, and what to do next. Total over the codes: one
// without a text in both languages does not compile.

import { toDecimal } from '../form/decimal.ts'
import type { AnswerFault, AnswerFaultCode } from '../form/fault.ts'
import type { Language } from '../language.ts'
import type { Problem, ProblemCode } from '../problems.ts'
import { formatCount, formatDecimal, formatMoment } from './number.ts'
import { faultsEn, problemsEn } from './problem-en.ts'
import { faultsVi, problemsVi } from './problem-vi.ts'

export type ProblemText = { readonly title: string; readonly detail: string; readonly next: string }

/** What a text needs to show figures and moments the way its readers write them. */
type Wording = {
  readonly count: (value: number) => string
  readonly decimal: (text: string) => string
  readonly moment: (iso: string) => string
}

type ProblemByCode = { [P in Problem as P['code']]: P }
type FaultByCode = { [C in AnswerFaultCode]: AnswerFault & { readonly code: C } }
export type ProblemTexts = {
  readonly [C in ProblemCode]: (problem: ProblemByCode[C], wording: Wording) => ProblemText
}
/** Those of responses, drafts and records, in a file of their own. */
export type ResponseProblemTexts = Pick<
  ProblemTexts,
  Extract<ProblemCode, `response.${string}` | `draft.${string}` | 'entry.incomplete' | `records.${string}`>
>
/** Those of exports and of programs, in a file of their own. */
export type DeveloperProblemTexts = Pick<
  ProblemTexts,
  | 'export.unknown'
  | 'export.not-exportable'
  | 'export.faulty'
  | 'export.too-many'
  | 'export.not-ready'
  | 'access.authorization-malformed'
  | 'access.token-invalid'
  | 'access.scope-missing'
  | 'token.unknown'
  | 'token.faulty'
  | 'token.shown-once'
  | 'token.too-many'
  | 'token.needs-account'
>
/** Those of reports and of their verification, in a file of their own. */
export type ReportProblemTexts = Pick<ProblemTexts, Extract<ProblemCode, `report.${string}` | `verify.${string}`>>
/** Those of templates of reports, in a file of their own. */
export type TemplateProblemTexts = Pick<ProblemTexts, Extract<ProblemCode, `template.${string}`>>
/** Those of members' surveys, in a file of their own. */
export type SurveyProblemTexts = Pick<ProblemTexts, Extract<ProblemCode, `survey.${string}`>>
/** Those of the tree of units, in a file of their own. */
export type OrganisationProblemTexts = Pick<ProblemTexts, Extract<ProblemCode, `unit.${string}` | `tree.${string}`>>
/** Those of people, their ways in and teams, in a file of their own. */
export type PeopleProblemTexts = Pick<
  ProblemTexts,
  | 'person.unknown'
  | 'person.email-taken'
  | 'person.last-admin'
  | 'office.changed'
  | 'fields.wrong'
  | 'entry.closed'
  | 'team.unknown'
  | 'mail.off'
  | 'mail.refused'
>
/** Each is a whole sentence without its full stop, so that it can also follow a question's label. */
export type FaultTexts = { readonly [C in AnswerFaultCode]: (fault: FaultByCode[C], wording: Wording) => string }

const problemTexts = { vi: problemsVi, en: problemsEn } as const satisfies Record<Language, ProblemTexts>
const faultTexts = { vi: faultsVi, en: faultsEn } as const satisfies Record<Language, FaultTexts>

const wordingOf = (language: Language, timeZone: string): Wording => ({
  count: (value) => formatCount(value, language),
  decimal: (text) => formatDecimal(toDecimal(text), language),
  moment: (iso) => formatMoment(iso, language, timeZone),
})

/** One title, one sentence on what happened, one on what to do next. Moments are shown in `timeZone`. */
export function describeProblem(problem: Problem, language: Language, timeZone: string): ProblemText {
  const texts: ProblemTexts = problemTexts[language]
  return textOf(texts, problem.code, problem)(wordingOf(language, timeZone))
}

const textOf =
  <C extends ProblemCode>(texts: ProblemTexts, code: C, problem: ProblemByCode[C]) =>
  (wording: Wording): ProblemText =>
    texts[code](problem, wording)

const faultOf =
  <C extends AnswerFaultCode>(texts: FaultTexts, code: C, fault: FaultByCode[C]) =>
  (wording: Wording): string =>
    texts[code](fault, wording)

/** What is wrong with an answer and how to put it right; begins with the question's label where one is given. */
export function describeFault(fault: AnswerFault, language: Language, questionLabel?: string): string {
  const texts: FaultTexts = faultTexts[language]
  const text = faultOf(texts, fault.code, fault)(wordingOf(language, 'UTC'))
  const label = questionLabel?.trim().replace(/[\s:.]+$/, '')
  if (!label) return text
  if (/[?!]$/.test(label)) return `${label} ${text}`
  return `${label}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
