// What each question, section, choice and setting says in which column: the way back from a form to cells.

import {
  type Formula,
  isSection,
  type Media,
  mediaKinds,
  type OtherCells,
  type Texts,
  type XlsChoice,
  type XlsNode,
  type XlsQuestion,
  type XlsSection,
  type XlsSettings,
} from './form.ts'
import { idOf } from './header.ts'
import { writeParameters } from './parameters.ts'
import { writeType } from './question-type.ts'

export type Cells = {
  /** Under the columns that have a meaning. */
  readonly known: readonly { readonly key: string; readonly language: string; readonly text: string }[]
  /** Under headers as written. */
  readonly other: OtherCells
}

class Writing {
  readonly known: { key: string; language: string; text: string }[] = []
  text(key: string, text: string | undefined): void {
    if (text !== undefined && text !== '') this.known.push({ key, language: '', text })
  }
  formula(key: string, formula: Formula | undefined): void {
    this.text(key, formula?.text)
  }
  texts(key: string, texts: Texts | undefined): void {
    for (const [language, text] of texts ?? []) this.known.push({ key, language, text })
  }
  media(media: Media | undefined): void {
    for (const kind of mediaKinds) this.texts(kind, media?.[kind])
  }
  done(other: OtherCells | undefined): Cells {
    return { known: this.known, other: other ?? [] }
  }
}

function common(node: XlsNode, type: string): Writing {
  const writing = new Writing()
  writing.text('type', type)
  writing.text('name', node.name)
  writing.texts('label', node.label)
  writing.texts('hint', node.hint)
  writing.texts('guidance_hint', node.guidanceHint)
  writing.media(node.media)
  writing.formula('relevant', node.relevant)
  writing.text('appearance', node.appearance)
  writing.formula('read_only', node.readOnly)
  writing.formula('consistency', node.consistency?.holds)
  writing.texts('consistency_message', node.consistency?.message)
  return writing
}

/** What a node says in its own row, as keys of columns: whatever else stands there is only kept. */
export const writtenOf = (node: XlsNode): ReadonlySet<string> =>
  new Set(
    (isSection(node) ? sectionCells(node) : questionCells(node)).known.map(({ key, language }) => idOf(key, language)),
  )

function sectionCells(section: XlsSection): Cells {
  const over = section.list === undefined ? '' : ` over ${section.list}`
  const writing = common(section, `begin_${section.type}${over}`)
  writing.formula('repeat_count', section.repeatCount)
  return writing.done(section.other)
}

function questionCells(question: XlsQuestion): Cells {
  const writing = common(question, writeType(question.type, question.list, question.orOther === true))
  writing.formula('required', question.required)
  writing.texts('required_message', question.requiredMessage)
  writing.formula('constraint', question.constraint)
  writing.texts('constraint_message', question.constraintMessage)
  writing.formula('calculation', question.calculation)
  writing.text('default', question.default?.text)
  writing.text('parameters', question.parameters && writeParameters(question.parameters))
  writing.formula('choice_filter', question.choiceFilter)
  writing.text('trigger', question.trigger?.map((name) => `\${${name}}`).join(', '))
  writing.formula('score', question.score)
  const { finding } = question
  writing.formula('finding', finding?.when)
  writing.text('finding_severity', finding?.severity)
  writing.texts('finding_message', finding?.message)
  writing.texts('finding_action', finding?.action)
  writing.text('finding_due_days', finding?.dueDays)
  writing.text('indicator', question.indicator)
  return writing.done(question.other)
}

/** The rows of the survey sheet, from the top down. */
export function* surveyCells(nodes: readonly XlsNode[]): Iterable<Cells> {
  for (const node of nodes) {
    if (isSection(node)) {
      yield sectionCells(node)
      yield* surveyCells(node.questions)
      const end = new Writing()
      end.text('type', `end_${node.type}`)
      yield end.done(node.end)
    } else yield questionCells(node)
  }
}

export function choiceCells(list: string, choice: XlsChoice): Cells {
  const writing = new Writing()
  writing.text('list_name', list)
  writing.text('name', choice.name)
  writing.texts('label', choice.label)
  writing.media(choice.media)
  return writing.done(choice.other)
}

export function settingsCells(settings: XlsSettings): Cells {
  const writing = new Writing()
  writing.text('form_title', settings.title)
  writing.texts('form_title', settings.titles)
  writing.text('form_id', settings.formId)
  writing.text('version', settings.version)
  writing.text('default_language', settings.defaultLanguage)
  writing.formula('instance_name', settings.instanceName)
  writing.text('style', settings.style)
  writing.text('name', settings.name)
  writing.text('allow_choice_duplicates', settings.allowChoiceDuplicates)
  return writing.done(settings.other)
}
