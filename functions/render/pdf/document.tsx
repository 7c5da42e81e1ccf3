/** @jsxRuntime automatic */
/** @jsxImportSource react */
// Pages of marks as PDF elements. Each page is one canvas: laying out text boxes one by one costs several times as much,
// and a table that flows over pages is laid out again at each of them.

import { Canvas, Document, Link, Page, View } from '@react-pdf/renderer'
import type { PageMeasures } from '../../../shared/report/preset.ts'
import type { HeadingMark, LinkMark, Mark } from './marks.ts'
import { type Painter, paintMarks } from './paint.ts'
import type { Typeface } from './typeface.ts'
import type { NumberedPage } from './typeset.ts'

type DocumentFacts = { title: string; author: string; language: string; creationDate: Date }

type Props = { facts: DocumentFacts; pages: readonly NumberedPage[]; measures: PageMeasures; typeface: Typeface }

/** Figures lead to the answers behind them, and headings stand in the file's outline, which a reader shows at first. */
export function PagesDocument({ facts, pages, measures, typeface }: Props) {
  const size = { width: measures.width, height: measures.height }
  const entries = outlineOf(pages, measures)
  return (
    <Document {...facts} creator="Phieu" producer="Phieu" pdfVersion="1.7" pageMode="useOutlines">
      {pages.map(({ number, marks }) => (
        <Page key={number} size={size} wrap={false}>
          <Canvas style={size} paint={(painter: Painter) => paintPage(painter, marks, typeface)} />
          {marks.filter(isLink).map((mark, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: marks of a finished page never change places
            <Link key={at} src={mark.href} style={placeOf(mark)} />
          ))}
          {entries
            .filter((entry) => entry.page === number)
            .map(({ bookmark }) => (
              <View key={bookmark.ref} {...{ bookmark }} style={placeOf({ ...nowhere, y: bookmark.top })} />
            ))}
        </Page>
      ))}
    </Document>
  )
}

const isLink = (mark: Mark): mark is LinkMark => mark.mark === 'link'
const isHeading = (mark: Mark): mark is HeadingMark => mark.mark === 'heading'

const nowhere = { x: 0, width: 1, height: 1 }
const placeOf = ({ x: left, y: top, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>) =>
  ({ position: 'absolute', left, top, width, height }) as const

type OutlineEntry = {
  readonly page: number
  /** The library nests bookmarks by its elements, which pages cut apart; a `ref` and a `parent` that are given it lets through. */
  readonly bookmark: {
    readonly title: string
    readonly top: number
    /** From the right edge of the page. */
    readonly left: number
    readonly ref: string
    readonly parent: string | undefined
    readonly expanded: boolean
  }
}

/** Every heading below the last one before it that is of a higher level. */
function outlineOf(pages: readonly NumberedPage[], { width }: PageMeasures): OutlineEntry[] {
  const above: { level: number; ref: string }[] = []
  return pages.flatMap(({ number, marks }) =>
    marks.filter(isHeading).map(({ level, title, y }, at) => {
      while ((above.at(-1)?.level ?? 0) >= level) above.pop()
      const parent = above.at(-1)?.ref
      const bookmark = { title, top: y, left: width, ref: `${number}-${at}`, parent, expanded: true }
      above.push({ level, ref: bookmark.ref })
      return { page: number, bookmark }
    }),
  )
}

function paintPage(painter: Painter, marks: readonly Mark[], typeface: Typeface): null {
  paintMarks(painter, marks, typeface)
  return null
}
