// The blocks of a report as markup: real headings, tables with headers for rows and columns, charts as pictures that say what they
// show. A figure is a link to the answers behind it, where the reader may see them.

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '../../../shared/language.ts'
import { formatCount } from '../../../shared/messages/number.ts'
import { type ReportPageMessages, reportPageMessages } from '../../../shared/messages/report-page.ts'
import { chartSvg } from '../../../shared/report/chart-svg.ts'
import type { Cell, ChartBlock, FigureSource, KeyedBlock, Run, TableBlock } from '../../../shared/report/document.ts'
import { itemKey } from '../../../shared/report/keys.ts'

export type Showing = {
  readonly language: Language
  /** Where a figure leads; undefined where its answers are not for this reader. */
  readonly hrefOf: (source: FigureSource) => string | undefined
  /** It stands in a page that has a heading of its own. */
  readonly isPart?: boolean
}

export function BlockView({ showing, block }: { showing: Showing; block: KeyedBlock }) {
  switch (block.type) {
    case 'heading':
      return <Heading showing={showing} block={block} />
    case 'paragraph':
      return (
        <p id={block.key}>
          <Runs showing={showing} runs={block.runs} />
          {block.byHand && <ByHand showing={showing} as={block.byHand} />}
        </p>
      )
    case 'list':
      return (
        <ul id={block.key}>
          {block.items.map((item, index) => (
            <li key={itemKey(block.key, index)} id={itemKey(block.key, index)}>
              <Runs showing={showing} runs={item} />
              {block.edited?.includes(index) && <ByHand showing={showing} as="edited" />}
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <Table showing={showing} table={block} />
    case 'chart':
      return <Chart showing={showing} chart={block} />
  }
}

/** Behind words that the office wrote, and no figures made. */
const ByHand = ({ showing: { language }, as }: { showing: Showing; as: 'edited' | 'own' }) => (
  <small class="by-hand" lang={language}>
    {' '}
    [{reportPageMessages[language].byHand[as]}]
  </small>
)

/** The page's own heading is the first: the report's begin below it. */
const tags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

function Heading({ showing, block }: { showing: Showing; block: Extract<KeyedBlock, { type: 'heading' }> }) {
  const Tag = tags[block.level - (showing.isPart ? 0 : 1)] ?? 'h6'
  return (
    <Tag id={block.key} class={`level-${block.level}`} tabindex={-1}>
      {`${block.marker} ${block.text}`.trim()}
    </Tag>
  )
}

/** Things that have no name of their own go by their place. */
const placed = <T,>(all: readonly T[]): { readonly at: number; readonly one: T }[] =>
  all.map((one, at) => ({ at, one }))

function Runs({ showing, runs }: { showing: Showing; runs: readonly Run[] }) {
  return (
    <>
      {placed(runs).map(({ at, one }) => (
        <Piece key={at} showing={showing} run={one} />
      ))}
    </>
  )
}

function Piece({ showing, run: { text, source } }: { showing: Showing; run: Run }) {
  const href = source && showing.hrefOf(source)
  if (!source || href === undefined) return <>{text}</>
  const { language } = showing
  const title = reportPageMessages[language].figureTitle(formatCount(source.responses, language))
  return (
    <a class="source" href={href} title={title}>
      {text}
    </a>
  )
}

function Table({ showing, table }: { showing: Showing; table: TableBlock & { readonly key: string } }) {
  const m = reportPageMessages[showing.language]
  return (
    <div class="block" id={table.key}>
      <section class="sideways" aria-label={`${m.table}: ${table.caption}`} tabindex={0}>
        <table>
          <caption>{table.caption}</caption>
          <Head columns={table.columns.map(({ header, align }) => ({ header, align }))} />
          <tbody>
            {placed(table.rows).map(({ at: row, one: { kind, cells } }) => (
              <tr key={row} class={kind === 'row' ? undefined : kind}>
                {placed(table.columns).map(({ at, one: { align } }) => (
                  <CellView
                    key={at}
                    m={m}
                    cell={cells[at] ?? { runs: [] }}
                    isFirst={at === 0}
                    align={align}
                    showing={showing}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.note && <p class="remark">{table.note}</p>}
    </div>
  )
}

type Align = TableBlock['columns'][number]['align']

const Head = ({ columns }: { columns: readonly { readonly header: string; readonly align: Align }[] }) => (
  <thead>
    <tr>
      {placed(columns).map(({ at, one }) => (
        <th key={at} scope="col" class={one.align}>
          {one.header}
        </th>
      ))}
    </tr>
  </thead>
)

type CellProps = {
  readonly m: ReportPageMessages
  readonly cell: Cell
  readonly isFirst: boolean
  readonly align: Align
  readonly showing: Showing
}

/** What the shade says is said in words too, for those who can't see it. */
function CellView({ m, cell: { runs, emphasis }, isFirst, align, showing }: CellProps) {
  const content: Child = (
    <>
      <Runs showing={showing} runs={runs} />
      {emphasis === 'missed' && <span class="unseen">{` (${m.missed})`}</span>}
    </>
  )
  if (isFirst) return <th scope="row">{content}</th>
  return <td class={emphasis === undefined || emphasis === 'met' ? align : `${align} ${emphasis}`}>{content}</td>
}

/** On a narrow screen the picture keeps its size, to be readable, and scrolls; its figures stand below it as a table. */
function Chart({ showing, chart }: { showing: Showing; chart: ChartBlock & { readonly key: string } }) {
  const m = reportPageMessages[showing.language]
  const { columns, rows } = chart.data
  return (
    <figure class="block" id={chart.key}>
      <figcaption>{chart.caption}</figcaption>
      <section class="sideways" aria-label={`${m.chart}: ${chart.caption}`} tabindex={0}>
        {raw(chartSvg(chart, { role: 'img', 'aria-label': chart.alternative }))}
      </section>
      <details>
        <summary>{m.chartData}</summary>
        <table>
          <caption class="unseen">{chart.caption}</caption>
          <Head columns={columns.map((header, at) => ({ header, align: at === 0 ? 'left' : 'right' }))} />
          <tbody>
            {placed(rows).map(({ at: row, one: cells }) => (
              <tr key={row}>
                {placed(cells).map(({ at, one: cell }) => (
                  <CellView key={at} m={m} cell={cell} isFirst={at === 0} align="right" showing={showing} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
