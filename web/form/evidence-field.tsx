// A file that belongs to an answer. Without script it is sent with the form; the script sends it apart, in parts.

import { acceptOf } from '../../shared/evidence/kinds.ts'
import { largestUpload } from '../../shared/evidence/parts.ts'
import { evidenceKind } from '../../shared/evidence/question.ts'
import { words } from './appearance.ts'
import { fieldName, fileField } from './field-names.ts'
import { fieldAttributes, type QuestionProps } from './question.tsx'
import { messagesOf } from './screen.ts'

export function EvidenceField(props: QuestionProps) {
  const { screen, node, question } = props
  const m = messagesOf(screen)
  const { name: _, required, ...shared } = fieldAttributes(props)
  const kind = evidenceKind(question) ?? 'file'
  const maxPixels = question.parameters?.findLast(([key]) => key === 'max-pixels')?.[1]
  const fileName = node.value.slice(65)
  return (
    <>
      <input type="hidden" name={fieldName(node.place)} value={node.value} />
      <p class="evidence" hidden={node.value === ''}>
        <span data-name>{fileName}</span>{' '}
        <button type="submit" class="minor" name="action" value={`drop ${node.place}`}>
          {m.drop}
        </button>
      </p>
      <noscript>
        <p class="hint">{m.filesLimit(largestUpload / 2 ** 20)}</p>
      </noscript>
      <input
        {...shared}
        type="file"
        name={fileField(node.place)}
        accept={acceptOf(kind)}
        capture={kind === 'image' && words(question).has('new') ? 'environment' : undefined}
        required={required && node.value === ''}
        data-evidence={kind}
        data-max-pixels={maxPixels}
      />
    </>
  )
}
