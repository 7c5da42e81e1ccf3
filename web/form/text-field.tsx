// Fields that are typed in or picked: text, numbers, days and times, places, codes.

import { words } from './appearance.ts'
import { fieldAttributes, type QuestionProps } from './question.tsx'
import { messagesOf, shownValue } from './screen.ts'

export function TextField(props: QuestionProps) {
  const { screen, node, question } = props
  const shared = fieldAttributes(props)
  const shown = shownValue(screen, node)
  const value = shown === '' ? undefined : shown
  const all = words(question)
  switch (question.type) {
    case 'integer':
    case 'decimal':
      return <input {...shared} class="number" inputmode={keypad(props)} value={value} />
    case 'range':
      return <input {...shared} class="number" inputmode={keypad(props)} value={value} {...rangeOf(props)} />
    case 'date':
      return <DateField {...props} />
    case 'time':
    case 'dateTime':
      return <MomentField {...props} />
    case 'geotrace':
    case 'geoshape':
      return (
        <textarea {...shared} rows={4} placeholder={'21.03 105.85\n21.04 105.86'}>
          {node.value.replaceAll('; ', '\n')}
        </textarea>
      )
    case 'geopoint':
      return (
        <>
          <input {...shared} placeholder="21.03 105.85" value={value} />
          <button type="button" class="minor" data-locate={node.place} hidden>
            {messagesOf(screen).locate}
          </button>
        </>
      )
    case 'barcode':
      return <input {...shared} value={value} />
    default:
      if (all.has('multiline'))
        return (
          <textarea {...shared} rows={4}>
            {node.value}
          </textarea>
        )
      return <input {...shared} inputmode={all.has('numbers') ? 'numeric' : undefined} value={value} />
  }
}

/** The digits of a phone's number pads come without a minus on some phones. */
function keypad({ screen, node, question }: QuestionProps): 'numeric' | 'decimal' | undefined {
  if (/-\d/.test(question.constraint?.text ?? '') || /-\d/.test(parameterText(question.parameters))) return undefined
  const item = screen.draft.item(node)
  return item?.type === 'integer' || item?.whole ? 'numeric' : 'decimal'
}

const parameterText = (parameters: QuestionProps['question']['parameters']): string =>
  (parameters ?? []).map(([, value]) => value).join(' ')

/** What the script makes a slider of. */
function rangeOf({ question: { parameters = [] } }: QuestionProps) {
  const parameter = (name: string, standard: string) => parameters.findLast(([key]) => key === name)?.[1] ?? standard
  return {
    'data-range': '',
    'data-min': parameter('start', '1'),
    'data-max': parameter('end', '10'),
    'data-step': parameter('step', '1'),
  }
}

/** Browsers show a picker only for what they can read; anything else stays text, so that it can be put right. */
function DateField(props: QuestionProps) {
  const { node, question } = props
  const shared = fieldAttributes(props)
  const all = words(question)
  const isDay = node.value === '' || /^\d{4}-\d\d-\d\d$/.test(node.value)
  if (!isDay) return <input {...shared} value={node.value} />
  const value = (length: number) => (node.value === '' ? undefined : node.value.slice(0, length))
  if (all.has('year')) return <input {...shared} class="number" inputmode="numeric" value={value(4)} />
  if (all.has('month-year')) return <input {...shared} class="number" type="month" value={value(7)} />
  return <input {...shared} class="number" type="date" value={value(10)} />
}

function MomentField(props: QuestionProps) {
  const { node, question } = props
  const isTime = question.type === 'time'
  const readable = isTime ? /^(\d\d:\d\d)/.exec(node.value) : /^(\d{4}-\d\d-\d\dT\d\d:\d\d)/.exec(node.value)
  if (node.value !== '' && !readable) return <input {...fieldAttributes(props)} value={node.value} />
  return (
    <input {...fieldAttributes(props)} class="number" type={isTime ? 'time' : 'datetime-local'} value={readable?.[1]} />
  )
}
