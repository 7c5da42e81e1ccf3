// A file that belongs to an answer. Without script it is sent with the form; the script sends it apart, in parts.

import { words } from './appearance.ts'
import { fieldName, fileField } from './field-names.ts'
import { fieldAttributes, type QuestionProps } from './question.tsx'
import { messagesOf } from './screen.ts'

const accepted = { image: 'image/*', audio: 'audio/*', video: 'video/*', file: undefined } as const

export function EvidenceField(props: QuestionProps) {
  const { screen, node, question } = props
  const m = messagesOf(screen)
  const { name: _, required, ...shared } = fieldAttributes(props)
  const type = question.type as keyof typeof accepted
  const all = words(question)
  const isSignature = type === 'image' && (all.has('signature') || all.has('draw'))
  const maxPixels = question.parameters?.findLast(([key]) => key === 'max-pixels')?.[1]
  const fileName = node.value.slice(65)
  return (
    <>
      <input type="hidden" name={fieldName(node.place)} value={node.value} />
      <p class="evidence" hidden={node.value === ''}>
        <span data-name>{fileName}</span>{' '}
        <button class="minor" name="action" value={`drop ${node.place}`}>
          {m.drop}
        </button>
      </p>
      <input
        {...shared}
        type="file"
        name={fileField(node.place)}
        accept={accepted[type]}
        capture={type === 'image' && all.has('new') ? 'environment' : undefined}
        required={required && node.value === ''}
        data-evidence={isSignature ? 'signature' : type}
        data-max-pixels={maxPixels}
      />
    </>
  )
}
