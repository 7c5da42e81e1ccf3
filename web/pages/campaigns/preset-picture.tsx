// What the top of a document looks like in a preset, drawn from the preset itself. A picture beside words that say the same.

import { asId, PeriodId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/language.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { reportMessages } from '../../../shared/messages/report.ts'
import { widthOf } from '../../../shared/report/chart-marks.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { headerOf } from '../../../shared/report/letterhead.ts'
import {
  type LetterheadLine,
  pageOf,
  presets,
  type Rule,
  type TextRole,
  type TextStyle,
} from '../../../shared/report/preset.ts'
import type { PresetId } from '../../../shared/report/preset-id.ts'

type Header = ReportDocument['header']
type Align = 'left' | 'center' | 'right'
type Column = { readonly x: number; readonly width: number; readonly align: Align }
type Drawn = { readonly marks: readonly Mark[]; readonly height: number }
type Mark =
  | { readonly text: string; readonly x: number; readonly y: number; readonly align: Align; readonly style: TextStyle }
  | { readonly x1: number; readonly x2: number; readonly y: number; readonly thickness: number }

export type Sample = {
  readonly language: Language
  readonly header: Pick<Header, 'bodyAbove' | 'body'> & { readonly documentSymbol: string; readonly logo: string }
  readonly place: string
}

/** A line of this many times its size, as most faces have it. */
const leading = 1.2
const bold = 1.08

function headOf(preset: PresetId, { language, header, place }: Sample): Header {
  const { logo, ...own } = header
  const month = { year: 2026, month: 6, monthName: periodName(asId(PeriodId, '2026-06'), 'en').split(' ')[0] ?? '' }
  const placeAndDate = reportMessages[language].placeAndDate(place || '…', month)
  return headerOf(preset, language, { ...own, ...(logo === '' ? {} : { logo }), placeAndDate })
}

function fitting(text: string, style: TextStyle, width: number): { text: string; width: number } {
  const shown = style.letters === 'upper' ? text.toLocaleUpperCase('vi') : text
  const factor = style.weight === 'bold' ? bold : 1
  const wide = (words: string) => widthOf(words, style.size) * factor
  if (wide(shown) <= width) return { text: shown, width: wide(shown) }
  let cut = shown
  while (cut.length > 1 && wide(`${cut}…`) > width) cut = cut.slice(0, -1)
  return { text: `${cut.trimEnd()}…`, width }
}

const anchors = { left: 'start', center: 'middle', right: 'end' } as const
/** Widths are estimated: a browser sets the text from where it is aligned. */
const anchorOf = ({ x, width, align }: Column): number =>
  x + (align === 'left' ? 0 : align === 'right' ? width : width / 2)

const startOf = ({ x, width, align }: Column, length: number): number =>
  x + (align === 'left' ? 0 : align === 'right' ? width - length : (width - length) / 2)

function ruleBelow({ share, thickness, gap }: Rule, length: number, column: Column, top: number): Mark {
  const x1 = startOf(column, length * share)
  return { x1, x2: x1 + length * share, y: top + gap, thickness }
}

/** A line of a letterhead, or of a title. */
type Text = Pick<LetterheadLine, 'text' | 'rule'> & { readonly role: TextRole }

function block(lines: readonly Text[], header: Header, column: Column, preset: PresetId): Drawn {
  const marks: Mark[] = []
  let height = 0
  for (const line of lines) {
    const style = presets[preset].text[line.role]
    const words = typeof line.text === 'string' ? (header[line.text] ?? '') : line.text.fixed
    if (words === '') continue
    const { text, width } = fitting(words, style, column.width)
    marks.push({ text, x: anchorOf(column), y: height + style.size, align: column.align, style })
    height += style.size * leading
    if (line.rule) {
      marks.push(ruleBelow(line.rule, width, column, height))
      height += line.rule.gap * 2
    }
  }
  return { marks, height }
}

const lowered = (marks: readonly Mark[], by: number): Mark[] => marks.map((mark) => ({ ...mark, y: mark.y + by }))

function letterhead(preset: PresetId, header: Header): Drawn {
  const { letterhead: look } = presets[preset]
  const { textWidth } = pageOf(presets[preset])
  const split = textWidth * look.leftShare
  const left: Column = { x: 0, width: split, align: look.align.left }
  const right: Column = { x: split, width: textWidth - split, align: look.align.right }
  const marks: Mark[] = []
  let height = 0
  for (const row of look.rows) {
    const blocks = [block(row.left, header, left, preset), block(row.right, header, right, preset)]
    const most = Math.max(...blocks.map((one) => one.height))
    if (most === 0) continue
    marks.push(...blocks.flatMap((one) => lowered(one.marks, height + row.spaceAbove)))
    height += row.spaceAbove + most
  }
  if (look.foot) {
    height += look.foot.gap
    marks.push({ x1: 0, x2: textWidth, y: height, thickness: look.foot.thickness })
  }
  return { marks, height: height + look.spaceAfter }
}

function title(preset: PresetId, language: Language): Drawn {
  const { title: look } = presets[preset]
  const { kind, results } = reportMessages[language]
  const column: Column = { x: 0, width: pageOf(presets[preset]).textWidth, align: look.align }
  const below = typeof look.subjectRule === 'string' ? { fixed: look.subjectRule } : undefined
  const lines: Text[] = [
    { role: 'kind', text: { fixed: kind } },
    {
      role: 'subject',
      text: { fixed: results('…') },
      ...(look.subjectRule && typeof look.subjectRule !== 'string' ? { rule: look.subjectRule } : {}),
    },
    ...(below ? [{ role: 'subject', text: below } as const] : []),
  ]
  const empty: Header = { heading: '', bodyAbove: '', body: '', documentNumber: '', placeAndDate: '' }
  return block(lines, empty, column, preset)
}

export function PresetPicture({ preset, sample }: { readonly preset: PresetId; readonly sample: Sample }) {
  const { width, left } = pageOf(presets[preset])
  const head = letterhead(preset, headOf(preset, sample))
  const below = title(preset, sample.language)
  const top = 34
  const height = Math.ceil(top + head.height + below.height + 20)
  return (
    <svg class="preset-picture" viewBox={`0 0 ${Math.ceil(width)} ${height}`} aria-hidden="true">
      {[...lowered(head.marks, top), ...lowered(below.marks, top + head.height)].map((mark) =>
        'text' in mark ? (
          <text
            key={`${mark.y} ${mark.x}`}
            x={left + mark.x}
            y={mark.y}
            font-size={mark.style.size}
            text-anchor={anchors[mark.align]}
            font-weight={mark.style.weight === 'bold' ? '700' : '400'}
            font-style={mark.style.slant === 'italic' ? 'italic' : 'normal'}
          >
            {mark.text.replace(/ {2,}/g, (blank) => '\u00a0'.repeat(blank.length))}
          </text>
        ) : (
          <line
            key={`${mark.y} ${mark.x1}`}
            x1={left + mark.x1}
            x2={left + mark.x2}
            y1={mark.y}
            y2={mark.y}
            stroke-width={mark.thickness}
          />
        ),
      )}
    </svg>
  )
}
