// Radio buttons and checkboxes: a set of choices that stands on the page, as a list, in columns or as a scale.

import type { Choice } from '../../shared/form/choices.ts'
import { isList, namesIn } from '../../shared/form/fault.ts'
import { choicesIn } from '../../shared/form/lists.ts'
import { arrangement } from './appearance.ts'
import { fieldId, fieldName } from './field-names.ts'
import { Label } from './label.tsx'
import { fieldAttributes, Optional, type QuestionProps, Remarks, Wrapper } from './question.tsx'
import { langOf, messagesOf, textOf } from './screen.ts'

/** An acknowledgement is one box: "OK". */
const acknowledged = 'OK'

function choicesFor({ screen, node, question }: QuestionProps): readonly Choice[] {
  return question.type === 'acknowledge'
    ? [{ name: acknowledged, label: messagesOf(screen).acknowledge }]
    : screen.draft.choicesOf(node)
}

export function ChoiceSet(props: QuestionProps) {
  const { screen, node, question } = props
  const choices = choicesFor(props)
  const kind = arrangement(question)
  const { 'aria-describedby': describedBy } = fieldAttributes(props)
  const isPair = kind === 'list' && choices.length === 2 && question.type === 'select_one' && node.required
  const isFiltered = screen.draft.hasChangingChoices(node)
  return (
    // A border of the fieldset itself would start at the middle of the legend.
    <Wrapper {...props}>
      <fieldset class={isPair ? 'pair' : kind === 'list' ? undefined : kind} aria-describedby={describedBy}>
        <legend lang={langOf(screen, question.label)}>
          <Label screen={screen} node={node} source={question} />
          <Optional {...props} />
        </legend>
        <Remarks {...props} />
        {isFiltered || kind !== 'list' ? (
          <div class={kind === 'list' ? undefined : 'set'} data-choices={isFiltered ? typeOf(props) : undefined}>
            <Boxes {...props} choices={choices} />
          </div>
        ) : (
          <Boxes {...props} choices={choices} />
        )}
      </fieldset>
    </Wrapper>
  )
}

const typeOf = ({ question }: QuestionProps): 'checkbox' | 'radio' =>
  question.type === 'acknowledge' || isList(question) ? 'checkbox' : 'radio'

/** Radio buttons can't be cleared, so a question that may stay open also offers "no answer". */
function Boxes({ choices, ...props }: QuestionProps & { choices: readonly Choice[] }) {
  const { screen, node } = props
  const type = typeOf(props)
  const chosen = new Set(
    type === 'checkbox' && props.question.type !== 'acknowledge' ? namesIn(node.value) : [node.value],
  )
  const none = { name: '', label: messagesOf(screen).noAnswer }
  const shown = type === 'radio' && !node.required ? [...choices, none] : choices
  return (
    <>
      {shown.map((choice, index) => (
        <label key={choice.name} class="choice" lang={choice.name === '' ? screen.ui : undefined}>
          <input
            type={type}
            id={index === 0 ? fieldId(node.place) : undefined}
            name={fieldName(node.place)}
            value={choice.name}
            checked={choice.name !== '' && chosen.has(choice.name)}
            required={node.required && type === 'radio' && index === 0}
            disabled={node.readOnly}
          />
          <ChoiceLabel {...props} choice={choice} />
        </label>
      ))}
      {node.readOnly && <input type="hidden" name={fieldName(node.place)} value={node.value} />}
    </>
  )
}

function ChoiceLabel({ screen, question, choice }: QuestionProps & { choice: Choice }) {
  const author = choicesIn(screen.version.form, question).find(({ name }) => name === choice.name)
  const picture = textOf(screen, author?.media?.image)
  const url = picture === undefined ? undefined : screen.mediaUrl(picture)
  return (
    <span lang={author && langOf(screen, author.label)}>
      {choice.label}
      {url && <img class="media" src={url} alt={author?.label ? '' : choice.name} />}
    </span>
  )
}
