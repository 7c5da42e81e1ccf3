// A report as a Word document: headings, lists and tables are Word's own, so that an office can go on writing in it. Written by
// hand, because the libraries put the clock and chance into the file; this one gives the same bytes for the same document.

import type { KeyedBlock, ReportDocument } from '../../../shared/report/document.ts'
import { type Preset, pageOf, pointsOf, presets } from '../../../shared/report/preset.ts'
import { packed } from '../../packed.ts'
import { closing, letterhead, title } from './letterhead.ts'
import { packageParts } from './package.ts'
import { paragraph, runs, splitLines, textRun } from './paragraph.ts'
import { chartBlock } from './picture.ts'
import { listStyle, numberingPart, runProperties, styleId, stylesPart } from './styles.ts'
import { tableBlock } from './table.ts'
import { verification } from './verification.ts'
import { openWriting, type Writing } from './writing.ts'
import { escaped, part, twips, w } from './xml.ts'

/** The bytes of the .docx. */
export function renderDocx(document: ReportDocument): Uint8Array {
  const preset = presets[document.preset]
  const writing = openWriting(document, preset)
  writing.relate('styles', 'styles.xml')
  writing.relate('numbering', 'numbering.xml')
  writing.relate('settings', 'settings.xml')
  const headers = { default: writing.relate('header', 'header1.xml'), first: writing.relate('header', 'header2.xml') }
  const isFirstOther = preset.pageNumber.firstPage > 1
  const body = [
    letterhead(document, preset),
    title(document, preset),
    ...document.blocks.map((block, index) => blockXml(writing, block, index === document.blocks.length - 1)),
    closing(document, preset),
    verification(writing),
    sectionProperties(preset, headers, isFirstOther),
  ]
  const main = part('document', w('body', {}, ...body))
  return packed([
    ...packageParts(writing),
    ['word/document.xml', main],
    ['word/styles.xml', stylesPart(document, preset)],
    ['word/numbering.xml', numberingPart(preset)],
    ['word/header1.xml', headerPart(document, preset, true)],
    ['word/header2.xml', headerPart(document, preset, false)],
    ...writing.files,
  ])
}

const headingRoles = { 1: 'part', 2: 'section', 3: 'subsection', 4: 'point' } as const

/** A signature never stands on a page of its own: the last lines of the body go with it. */
function blockXml(writing: Writing, block: KeyedBlock, isLast: boolean): string {
  const kept = isLast ? w('keepNext') : ''
  switch (block.type) {
    case 'heading': {
      const text = textRun(`${block.marker} ${block.text}`.trim())
      return paragraph(styleId(headingRoles[block.level]), writing.bookmarked(block.key, text))
    }
    case 'paragraph':
      return splitLines(block.runs)
        .map((line) => paragraph(styleId('paragraph'), runs(writing, line), kept))
        .join('')
    case 'list':
      return block.items.map((item) => paragraph(listStyle, runs(writing, item), kept)).join('')
    case 'table':
      return writing.bookmarked(block.key, tableBlock(writing, block))
    case 'chart':
      return writing.bookmarked(block.key, chartBlock(writing, block))
  }
}

function sectionProperties(preset: Preset, headers: { default: string; first: string }, isFirstOther: boolean): string {
  const { widthMm, heightMm } = preset.page
  const { top, bottom, left, right } = preset.marginsMm
  const mm = (value: number) => twips(pointsOf(value))
  // The header's text stands on the baseline that the guideline's number has.
  const fromEdge = twips(pointsOf(preset.pageNumber.baselineMm) - preset.text.pageNumber.size)
  return w(
    'sectPr',
    {},
    w('headerReference', { type: 'default', 'r:id': headers.default }),
    w('headerReference', { type: 'first', 'r:id': headers.first }),
    w('pgSz', { w: mm(widthMm), h: mm(heightMm) }),
    w('pgMar', {
      top: mm(top),
      right: mm(right),
      bottom: mm(bottom),
      left: mm(left),
      header: fromEdge,
      footer: fromEdge,
      gutter: 0,
    }),
    isFirstOther ? w('titlePg') : '',
  )
}

/** The number in the middle, and at the right the mark of a draft. */
function headerPart({ draftMark }: ReportDocument, preset: Preset, isNumbered: boolean): string {
  const { textWidth } = pageOf(preset)
  const tabs = w(
    'tabs',
    {},
    w('tab', { val: 'center', pos: twips(textWidth / 2) }),
    w('tab', { val: 'right', pos: twips(textWidth) }),
  )
  const tab = w('r', {}, w('tab'))
  const number = isNumbered ? w('fldSimple', { instr: 'PAGE' }, textRun('2')) : ''
  const mark = draftMark
    ? w(
        'r',
        {},
        w('rPr', {}, runProperties(preset.text.draftMark)),
        w('t', { 'xml:space': 'preserve' }, escaped(draftMark)),
      )
    : ''
  const content = mark === '' && number === '' ? '' : tab + number + (mark === '' ? '' : tab + mark)
  return part('hdr', paragraph(styleId('pageNumber'), content, tabs))
}
