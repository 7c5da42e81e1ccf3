// Ranking by buttons that work without script: each moves a choice one place. The order as it stands counts once a button was
// pressed; until then the question is open.

import { rankOrder } from '../../shared/form/form-entry.ts'
import { fieldId, fieldName } from './field-names.ts'
import { Label } from './label.tsx'
import { Optional, type QuestionProps, Remarks, Wrapper } from './question.tsx'
import { langOf, messagesOf } from './screen.ts'

export function RankField(props: QuestionProps) {
  const { screen, node, question } = props
  const m = messagesOf(screen)
  const labels = new Map(screen.draft.choicesOf(node).map(({ name, label }) => [name, label]))
  const order = rankOrder(screen.draft, node)
  return (
    <Wrapper {...props}>
      <fieldset>
        <legend lang={langOf(screen, question.label)}>
          <Label screen={screen} node={node} source={question} />
          <Optional {...props} />
        </legend>
        <Remarks {...props} />
        <ol class="rank" data-rank={node.place} id={fieldId(node.place)} tabindex={-1}>
          {order.map((name) => (
            <li key={name} data-choice={name}>
              <span>{labels.get(name) ?? name}</span>
              <button
                type="submit"
                name="action"
                value={`up ${node.place} ${name}`}
                aria-label={m.up(labels.get(name) ?? name)}
              >
                ↑
              </button>
              <button
                type="submit"
                name="action"
                value={`down ${node.place} ${name}`}
                aria-label={m.down(labels.get(name) ?? name)}
              >
                ↓
              </button>
            </li>
          ))}
        </ol>
        <input type="hidden" name={fieldName(node.place)} value={node.value} />
        {node.value === '' && (
          <button type="submit" class="minor" name="action" value={`keep ${node.place}`}>
            {m.keepOrder}
          </button>
        )}
      </fieldset>
    </Wrapper>
  )
}
