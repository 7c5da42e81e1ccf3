// The answers of a response, read-only, under the labels and groups of their form.

import type { Answers, AnswerValue } from '../../shared/form/answers.ts'
import { toDecimal } from '../../shared/form/decimal.ts'
import type { AnsweredQuestion, FormVersion, Question } from '../../shared/form/form.ts'
import { type Language, localize } from '../../shared/language.ts'
import { formatDecimal } from '../../shared/messages/number.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { langOf } from './texts.ts'

type Shown = { readonly answers: Answers; readonly language: Language }

export const AnswerList = ({ form, ...shown }: Shown & { form: FormVersion }) => (
  <QuestionList questions={form.questions} {...shown} />
)

/** Groups stand below the answers of their own level, each with its own list. */
function QuestionList({ questions, ...shown }: Shown & { questions: readonly Question[] }) {
  const answered = questions.filter((question) => question.type !== 'note' && question.type !== 'group')
  const groups = questions.filter((question) => question.type === 'group')
  return (
    <>
      {answered.length > 0 && (
        <dl class="answers">
          {answered.map((question) => (
            <Answer key={question.name} question={question} {...shown} />
          ))}
        </dl>
      )}
      {groups.map((group) => (
        <section key={group.name}>
          <h3 lang={langOf(group.label, shown.language)}>{localize(group.label, shown.language)}</h3>
          <QuestionList questions={group.questions} {...shown} />
        </section>
      ))}
    </>
  )
}

function Answer({ question, answers, language }: Shown & { question: AnsweredQuestion }) {
  const value = answers.get(question.name)
  return (
    <div>
      <dt lang={langOf(question.label, language)}>{localize(question.label, language)}</dt>
      {value === undefined ? (
        <dd class="none">{pageMessages[language].receipt.none}</dd>
      ) : (
        <dd>{answerText(question, value, language)}</dd>
      )}
    </div>
  )
}

/** An answer as people read it. A value its question no longer takes is shown as it is. */
function answerText(question: AnsweredQuestion, value: AnswerValue, language: Language): string {
  if (question.type === 'select_one') {
    const choice = question.choices.find(({ name }) => name === value)
    return choice ? localize(choice.label, language) : String(value)
  }
  const isNumber = question.type === 'integer' || question.type === 'decimal'
  return isNumber && /^-?\d+(\.\d+)?$/.test(String(value)) ? formatDecimal(toDecimal(value), language) : String(value)
}
