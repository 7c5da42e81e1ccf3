// What is wrong with the answers of a form, as a list that leads to each question.

import type { AnswerFault } from '../../shared/form/fault.ts'
import { nodeAt } from '../../shared/form/form-entry.ts'
import { describeFault } from '../../shared/messages/problem.ts'
import { fieldId } from './field-names.ts'
import { type FormScreen, faultSentence } from './screen.ts'

/** Faults of questions that the form doesn't have are said without a link. */
export function FaultLinks({
  screen,
  faults,
}: {
  readonly screen: FormScreen
  readonly faults: readonly AnswerFault[]
}) {
  return (
    <ul>
      {faults.map((fault) => {
        const node = nodeAt(screen.draft, fault.question)
        return (
          <li key={`${fault.question} ${fault.code}`}>
            {node ? (
              <a href={`#${fieldId(fault.question)}`}>{faultSentence(screen, node, fault)}</a>
            ) : (
              describeFault(fault, screen.ui)
            )}
          </li>
        )
      })}
    </ul>
  )
}
