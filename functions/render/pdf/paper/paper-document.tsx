/** @jsxRuntime automatic */
/** @jsxImportSource react */
// Pages of a paper as PDF elements: one canvas for each page, its pictures laid over it, and a line of the outline for each
// part. A picture is always bytes that were read before: the library would fetch what is given as an address.

import { Canvas, Document, Image, Page } from '@react-pdf/renderer'
import type { PageMeasures } from '../../../../shared/report/preset.ts'
import type { Mark, PictureMark } from '../marks.ts'
import { type Painter, paintMarks } from '../paint.ts'
import type { Typeface } from '../typeface.ts'
import type { PaperPage } from './typeset-paper.ts'

type Props = {
  facts: { title: string; author: string; language: string; creationDate: Date }
  pages: readonly PaperPage[]
  /** By SHA-256. */
  pictures: ReadonlyMap<string, Uint8Array>
  measures: PageMeasures
  typeface: Typeface
}

export function PaperDocument({ facts, pages, pictures, measures, typeface }: Props) {
  const size = { width: measures.width, height: measures.height }
  return (
    <Document {...facts} creator="Phieu" producer="Phieu" pdfVersion="1.7">
      {pages.map(({ number, marks, bookmark }) => (
        <Page
          key={number}
          size={size}
          wrap={false}
          {...(bookmark === undefined ? {} : { bookmark: { title: bookmark, fit: true } })}
        >
          <Canvas style={size} paint={(painter: Painter) => paintPage(painter, marks, typeface)} />
          {marks.filter(isPicture).map((mark, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: marks of a finished page never change places
            <Image key={at} src={bytesOf(mark, pictures)} style={placeOf(mark)} />
          ))}
        </Page>
      ))}
    </Document>
  )
}

const isPicture = (mark: Mark): mark is PictureMark => mark.mark === 'picture'

const placeOf = ({ x: left, y: top, width, height }: PictureMark) =>
  ({ position: 'absolute', left, top, width, height }) as const

function bytesOf({ sha256 }: PictureMark, pictures: ReadonlyMap<string, Uint8Array>): Buffer {
  const bytes = pictures.get(sha256)
  if (!bytes) throw new Error(`The picture ${sha256} is not beside the data`)
  return Buffer.from(bytes)
}

function paintPage(painter: Painter, marks: readonly Mark[], typeface: Typeface): null {
  paintMarks(painter, marks, typeface)
  return null
}
