// A list that opens: long lists, and those that their author wants small.

import { words } from './appearance.ts'
import { fieldAttributes, type QuestionProps } from './question.tsx'
import { messagesOf } from './screen.ts'

export function SelectField(props: QuestionProps) {
  const { screen, node, question } = props
  const { draft } = screen
  const isSearched = words(question).has('autocomplete') || words(question).has('search')
  return (
    <select
      {...fieldAttributes(props)}
      data-choices={draft.hasChangingChoices(node) ? 'select' : undefined}
      data-search={isSearched ? '' : undefined}
    >
      <option value="">{messagesOf(screen).choose}</option>
      {draft.choicesOf(node).map(({ name, label }) => (
        <option key={name} value={name} selected={name === node.value}>
          {label}
        </option>
      ))}
    </select>
  )
}
