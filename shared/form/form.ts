// A form is a tree of questions; a form version is immutable once published. This is the model only: what answers
// a question takes is answers.ts. The words are XLSForm's: https://xlsform.org/en/#question-types

import * as v from 'valibot'
import { FormId } from '../ids.ts'
import { LocalText } from '../language.ts'

/** An XLSForm name. Names a JavaScript object inherits ("constructor") are legal: answers are kept in Maps. */
export const QuestionName = v.pipe(v.string(), v.maxLength(64), v.regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/))

/** A decimal as text ("-12.50"), because a report's figures must be exact: at most 15 digits before the point and 9 behind. */
export const DecimalText = v.pipe(v.string(), v.regex(/^-?\d{1,15}(\.\d{1,9})?$/))

const common = { name: QuestionName, label: LocalText, hint: v.optional(LocalText) }
const asked = { ...common, required: v.optional(v.boolean()) }
const Whole = v.pipe(v.number(), v.safeInteger())

const NoteQuestion = v.strictObject({ type: v.literal('note'), ...common })
const TextQuestion = v.strictObject({
  type: v.literal('text'),
  ...asked,
  /** Longest answer in characters (code points); 2,000 where it isn't set. */
  maxLength: v.optional(v.pipe(Whole, v.minValue(1), v.maxValue(20_000))),
  multiline: v.optional(v.boolean()),
})
const IntegerQuestion = v.strictObject({
  type: v.literal('integer'),
  ...asked,
  min: v.optional(Whole),
  max: v.optional(Whole),
})
const DecimalQuestion = v.strictObject({
  type: v.literal('decimal'),
  ...asked,
  min: v.optional(DecimalText),
  max: v.optional(DecimalText),
})
const Choice = v.strictObject({ name: QuestionName, label: LocalText })
const SelectOneQuestion = v.strictObject({
  type: v.literal('select_one'),
  ...asked,
  choices: v.pipe(v.array(Choice), v.minLength(1), v.maxLength(500)),
})

type TextQuestion = v.InferOutput<typeof TextQuestion>
export type IntegerQuestion = v.InferOutput<typeof IntegerQuestion>
export type DecimalQuestion = v.InferOutput<typeof DecimalQuestion>
export type SelectOneQuestion = v.InferOutput<typeof SelectOneQuestion>
type NoteQuestion = v.InferOutput<typeof NoteQuestion>

/** What can be answered: everything but notes and groups. */
export type AnsweredQuestion = TextQuestion | IntegerQuestion | DecimalQuestion | SelectOneQuestion
type GroupQuestion = {
  type: 'group'
  name: string
  label: LocalText
  hint?: LocalText | undefined
  questions: Question[]
}
export type Question = NoteQuestion | AnsweredQuestion | GroupQuestion

export const Question: v.GenericSchema<Question> = v.variant('type', [
  NoteQuestion,
  TextQuestion,
  IntegerQuestion,
  DecimalQuestion,
  SelectOneQuestion,
  v.strictObject({
    type: v.literal('group'),
    ...common,
    questions: v.pipe(v.array(v.lazy(() => Question)), v.maxLength(500)),
  }),
])

export const FormVersion = v.pipe(
  v.strictObject({
    formId: FormId,
    version: v.pipe(Whole, v.minValue(1)),
    title: LocalText,
    questions: v.pipe(v.array(Question), v.minLength(1), v.maxLength(500)),
  }),
  v.check((form) => {
    const names = allQuestions(form.questions).map((question) => question.name)
    return new Set(names).size === names.length
  }, 'Every question needs a name of its own'),
)
export type FormVersion = v.InferOutput<typeof FormVersion>

/** Every question of the tree in the order of the page, groups before what they hold. */
export function allQuestions(questions: readonly Question[]): Question[] {
  return questions.flatMap((question) =>
    question.type === 'group' ? [question, ...allQuestions(question.questions)] : [question],
  )
}

/** The questions that take an answer, in the order of the page. */
export function answeredQuestions(form: FormVersion): AnsweredQuestion[] {
  return allQuestions(form.questions).filter((question) => question.type !== 'note' && question.type !== 'group')
}
