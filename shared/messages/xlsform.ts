// What an importer's errors and warnings say to the author of a form: what is wrong there, and what to do. The place
// (sheet, row, column) stands beside them and isn't repeated. Total over the codes: one without a text in both languages
// does not compile.

import type { ExpressionProblem } from '../expression/problem.ts'
import type { Language } from '../language.ts'
import type { FileProblem } from '../xlsform/file-problem.ts'
import type { Issue, IssueCode } from '../xlsform/issue.ts'
import { formatCount } from './number.ts'
import { expressionTextsEn, issueTextsEn } from './xlsform-en.ts'
import { describeFileProblem } from './xlsform-file.ts'
import { expressionTextsVi, issueTextsVi } from './xlsform-vi.ts'

/** What a text needs to name things the way its readers do. */
type Wording = {
  readonly count: (value: number) => string
  /** “a”, “b” */
  readonly list: (names: readonly string[]) => string
  /** Rows of a file, the first of them. */
  readonly rows: (numbers: readonly number[]) => string
  readonly expression: (problem: ExpressionProblem) => string
  readonly file: (problem: FileProblem) => string
}

type IssueByCode = { [I in Issue as I['code']]: I }
type ExpressionByCode = { [P in ExpressionProblem as P['code']]: P }
export type IssueTexts = { readonly [C in IssueCode]: (issue: IssueByCode[C], wording: Wording) => string }
/** Each is a whole sentence without its full stop. */
export type ExpressionTexts = {
  readonly [C in ExpressionProblem['code']]: (problem: ExpressionByCode[C], wording: Wording) => string
}

const issueTexts = { vi: issueTextsVi, en: issueTextsEn } as const satisfies Record<Language, IssueTexts>
const expressionTexts = { vi: expressionTextsVi, en: expressionTextsEn } as const satisfies Record<
  Language,
  ExpressionTexts
>

const wordingOf = (language: Language): Wording => {
  const wording: Wording = {
    count: (value) => formatCount(value, language),
    list: (names) => names.map((name) => `“${name}”`).join(', '),
    rows: (numbers) => `${language === 'vi' ? 'dòng' : numbers.length === 1 ? 'row' : 'rows'} ${numbers.join(', ')}`,
    file: (problem) => describeFileProblem(problem, language),
    expression: (problem) => expressionOf(expressionTexts[language], problem.code, problem)(wording),
  }
  return wording
}

const expressionOf =
  <C extends ExpressionProblem['code']>(texts: ExpressionTexts, code: C, problem: ExpressionByCode[C]) =>
  (wording: Wording): string =>
    texts[code](problem, wording)

const issueOf =
  <C extends IssueCode>(texts: IssueTexts, code: C, found: IssueByCode[C]) =>
  (wording: Wording): string =>
    texts[code](found, wording)

export function describeIssue(found: Issue, language: Language): string {
  return issueOf(issueTexts[language], found.code, found)(wordingOf(language))
}
