// What a document is about: labels at the left, what they stand for beside them, or a line to write it on.

import type { FactsBlock } from '../../../../shared/report/paper.ts'
import { pageOf } from '../../../../shared/report/preset.ts'
import type { Slice } from '../pages.ts'
import type { Composing } from '../paragraph.ts'
import { boxedLines, pairedSlices, rule } from './boxed.ts'

export function factsSlices({ items }: FactsBlock, composing: Composing): Slice[] {
  const { preset } = composing
  const { textWidth } = pageOf(preset)
  const { labelShare, penHeight } = preset.paper.facts
  const labelWidth = textWidth * labelShare
  const above = preset.paragraph.spacing / 2
  return items.flatMap(({ label, value }) => {
    const labels = boxedLines('factLabel', `${label}:`, { x: 0, width: labelWidth - 6, align: 'left' }, composing)
    if (value !== '') {
      const box = { x: labelWidth, width: textWidth - labelWidth, align: 'left' } as const
      return pairedSlices(labels, boxedLines('fact', value, box, composing), above)
    }
    const line = { height: penHeight - above, marks: [rule(labelWidth, textWidth, 14, 0.5)] }
    return pairedSlices(labels, [line], above)
  })
}
