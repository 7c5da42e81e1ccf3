// Questions with the same choices as the rows of a table (table-list, or label above list-nolabel). On narrow screens each row
// is a set of its own.

import type { DraftNode } from '../../shared/form/draft-node.ts'
import { isList, namesIn } from '../../shared/form/fault.ts'
import type { XlsQuestion } from '../../shared/xlsform/form.ts'
import { fieldId, fieldName } from './field-names.ts'
import { Label } from './label.tsx'
import { fieldAttributes, Optional, Remarks, Wrapper } from './question.tsx'
import { type FormScreen, langOf } from './screen.ts'

type Row = { readonly node: DraftNode; readonly question: XlsQuestion }

/** The rows are fieldsets, not table rows: read out one by one they are what they look like when stacked. */
export function TableList({ screen, rows }: { readonly screen: FormScreen; readonly rows: readonly Row[] }) {
  const [first] = rows
  const heads = first ? screen.draft.choicesOf(first.node) : []
  return (
    <div class="grid">
      <p class="heads" aria-hidden="true">
        <span />
        {heads.map(({ name, label }) => (
          <span key={name}>{label}</span>
        ))}
      </p>
      {rows.map((row) => (
        <GridRow key={row.node.place} screen={screen} {...row} />
      ))}
    </div>
  )
}

function GridRow({ screen, node, question }: Row & { readonly screen: FormScreen }) {
  const props = { screen, node, question }
  const type = isList(question) ? 'checkbox' : 'radio'
  const chosen = new Set(type === 'checkbox' ? namesIn(node.value) : [node.value])
  return (
    <Wrapper {...props} name="row">
      <fieldset aria-describedby={fieldAttributes(props)['aria-describedby']}>
        <legend lang={langOf(screen, question.label)}>
          <Label screen={screen} node={node} source={question} />
          <Optional {...props} />
        </legend>
        <Remarks {...props} />
        {screen.draft.choicesOf(node).map(({ name, label }, index) => (
          <label key={name} class="choice">
            <input
              type={type}
              id={index === 0 ? fieldId(node.place) : undefined}
              name={fieldName(node.place)}
              value={name}
              checked={chosen.has(name)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </Wrapper>
  )
}
