/** @jsxRuntime automatic */
/** @jsxImportSource react */
// Pages of marks as PDF elements. Each page is one canvas: laying out text boxes one by one costs several times as much,
// and a table that flows over pages is laid out again at each of them.

import { Canvas, Document, Page } from '@react-pdf/renderer'
import type { PageMeasures } from '../../../shared/report/preset.ts'
import type { Mark } from './marks.ts'
import { type Painter, paintMark } from './paint.ts'
import type { Typeface } from './typeface.ts'
import type { NumberedPage } from './typeset.ts'

type DocumentFacts = { title: string; author: string; language: string; creationDate: Date }

type Props = { facts: DocumentFacts; pages: readonly NumberedPage[]; measures: PageMeasures; typeface: Typeface }

export function PagesDocument({ facts, pages, measures, typeface }: Props) {
  const size = { width: measures.width, height: measures.height }
  return (
    <Document {...facts} creator="Phieu" producer="Phieu" pdfVersion="1.7">
      {pages.map(({ number, marks }) => (
        <Page key={number} size={size} wrap={false}>
          <Canvas style={size} paint={(painter: Painter) => paintPage(painter, marks, typeface)} />
        </Page>
      ))}
    </Document>
  )
}

function paintPage(painter: Painter, marks: readonly Mark[], typeface: Typeface): null {
  for (const mark of marks) paintMark(painter, mark, typeface)
  return null
}
