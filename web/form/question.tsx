// One question with its label, its hints, its field and what is wrong with its answer. Which field it is, is decided here.

import type { Child } from 'hono/jsx'
import type { DraftNode } from '../../shared/form/draft-node.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { describeFault } from '../../shared/messages/problem.ts'
import type { XlsQuestion } from '../../shared/xlsform/form.ts'
import { columnsOf, words } from './appearance.ts'
import { ChoiceSet } from './choice-set.tsx'
import { EvidenceField } from './evidence-field.tsx'
import { faultId, fieldId, fieldName, hintId } from './field-names.ts'
import { Hints, Label } from './label.tsx'
import { RankField } from './rank-field.tsx'
import {
  constraintText,
  type FormScreen,
  faultText,
  langOf,
  messagesOf,
  questionOf,
  remarkText,
  textOf,
} from './screen.ts'
import { SelectField } from './select-field.tsx'
import { isSelectField } from './select-kind.ts'
import { TextField } from './text-field.tsx'

export type QuestionProps = { readonly screen: FormScreen; readonly node: DraftNode; readonly question: XlsQuestion }

/** Attributes of a field that tie it to its hints and its fault. */
export function fieldAttributes({ screen, node, question }: QuestionProps) {
  const hasHint = question.hint !== undefined || remarkText(screen, node, question) !== undefined
  const ids = [
    ...(hasHint ? [hintId(node.place)] : []),
    ...(screen.faults.has(node.place) ? [faultId(node.place)] : []),
  ]
  return {
    id: fieldId(node.place),
    name: fieldName(node.place),
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': screen.faults.has(node.place) ? ('true' as const) : undefined,
    required: node.required,
  }
}

const asSet: ReadonlySet<XlsQuestion['type']> = new Set<XlsQuestion['type']>([
  'select_one',
  'select_multiple',
  'select_one_from_file',
  'select_multiple_from_file',
  'select_one_external',
])

export function Question(props: QuestionProps) {
  const { screen, node, question } = props
  const { type } = question
  if (type === 'note') return <Note {...props} />
  if (type === 'rank') return <RankField {...props} />
  if (type === 'acknowledge' || (asSet.has(type) && !isSelectField(screen, node, question)))
    return <ChoiceSet {...props} />
  return (
    <Wrapper {...props}>
      <label for={fieldId(node.place)} lang={langOf(screen, question.label)}>
        <Label screen={screen} node={node} source={question} />
        <Optional {...props} />
      </label>
      <Remarks {...props} />
      {node.readOnly ? <ReadOnly {...props} /> : <Field {...props} />}
    </Wrapper>
  )
}

function Field(props: QuestionProps) {
  switch (props.question.type) {
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return <EvidenceField {...props} />
    default:
      return asSet.has(props.question.type) ? <SelectField {...props} /> : <TextField {...props} />
  }
}

/** The value of a question that nobody may change, in a field that is sent along. */
function ReadOnly(props: QuestionProps) {
  return <input {...fieldAttributes(props)} readonly value={props.node.value} />
}

/** What is around every question: its place, whether it is shown, and words for the script. */
export function Wrapper({
  screen,
  node,
  question,
  children,
  name,
}: QuestionProps & { children: Child; name?: string }) {
  const required = textOf(screen, question.requiredMessage)
  const width = columnsOf(question)
  return (
    <div
      class={[
        'q',
        ...(screen.faults.has(node.place) ? ['bad'] : []),
        ...(name ? [name] : []),
        ...(width ? [`w w${width}`] : []),
      ].join(' ')}
      data-place={node.place}
      hidden={!node.relevant}
      data-constraint={constraintText(screen, node)}
      data-required={required?.includes('${') ? undefined : required}
      data-quick={words(question).has('quick') ? '' : undefined}
    >
      {children}
      <Consistency screen={screen} node={node} question={question} />
    </div>
  )
}

/** Said of what may stay open. A question that is required now and then has it too, out of sight while it is required. */
export function Optional({ screen, node, question }: QuestionProps) {
  const tree = question.required?.tree
  const isAlways = typeof tree === 'object' && tree[0] === '()' && tree[1] === 'true'
  return node.readOnly || isAlways ? null : (
    <small lang={screen.ui} class="optional" hidden={node.required}>
      {' '}
      {messagesOf(screen).optional}
    </small>
  )
}

/** The form's own hints, what the field takes, and what is wrong with what was typed. */
export function Remarks({ screen, node, question }: QuestionProps) {
  const fault = screen.faults.get(node.place)
  return (
    <>
      <Hints
        screen={screen}
        node={node}
        source={question}
        id={hintId(node.place)}
        more={remarkText(screen, node, question)}
      />
      {fault && (
        <p class="fault" id={faultId(node.place)}>
          <b>{pageMessages[screen.ui].error}</b>{' '}
          {questionOf(screen, node) ? faultText(screen, node, fault) : describeFault(fault, screen.ui)}
        </p>
      )}
    </>
  )
}

function Consistency({ screen, node, question }: QuestionProps) {
  const rule = question.consistency
  if (!rule) return null
  const message = textOf(screen, rule.message)
  return (
    <p
      class="check"
      data-consistency={node.place}
      hidden={!screen.inconsistent.has(node.place)}
      lang={langOf(screen, rule.message)}
    >
      {message ?? messagesOf(screen).inconsistent}
    </p>
  )
}

function Note({ screen, node, question }: QuestionProps) {
  return (
    <div class="note" data-place={node.place} hidden={!node.relevant}>
      <p lang={langOf(screen, question.label)}>
        <Label screen={screen} node={node} source={question} />
      </p>
      {question.calculation && <output data-value={node.place}>{node.value}</output>}
      <Hints screen={screen} node={node} source={question} />
    </div>
  )
}
