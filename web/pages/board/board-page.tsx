// The progress board: how far a campaign is in the units under one, over its periods; what its figures say; who is missing.

import type { BoardCell } from '../../../shared/campaign/board.ts'
import type { PeriodId } from '../../../shared/ids.ts'
import { localize } from '../../../shared/language.ts'
import { boardMessages } from '../../../shared/messages/board.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { langOf, rate, unitName } from '../../parts/texts.ts'
import { messagesOf } from '../context.ts'
import { Layout } from '../layout.tsx'
import { answersHref, type BoardPageProps, boardHref, cellParts } from './board-props.ts'
import { HeatMap } from './heat-map.tsx'
import { Indicators } from './indicators.tsx'
import { LookForm } from './look-form.tsx'
import { Missing } from './missing.tsx'

export function BoardPage(props: BoardPageProps) {
  const { context, campaign } = props
  const m = boardMessages[context.language]
  const { language } = context
  const title = localize(campaign.title, language)
  return (
    <Layout context={context} title={`${m.title}: ${title}`} moreStyle={context.assetUrl('board.css')} isWide>
      <section class="slip">
        <p class="over">{m.title}</p>
        <h1 lang={langOf(campaign.title, language)}>{title}</h1>
        <Place {...props} />
        <Focus {...props} />
        <LookForm {...props} />
      </section>
      <HeatMap {...props} />
      {props.indicators.length > 0 && <Indicators {...props} />}
      <Missing {...props} />
    </Layout>
  )
}

/** Where one is in the tree, and the way up. */
function Place(props: BoardPageProps) {
  const { context, line, others } = props
  const m = boardMessages[context.language]
  const unit = line.at(-1)
  return (
    <>
      <nav class="trail" aria-label={m.place}>
        <ol>
          {line.map(({ id, name }) => (
            <li key={id}>
              {id === unit?.id ? (
                <b aria-current="page">{unitName(name)}</b>
              ) : (
                <a href={boardHref(props, { unit: id, level: undefined })}>{unitName(name)}</a>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {others.length > 0 && (
        <p class="meta">
          {m.others}:{' '}
          {others.map(({ id, name }) => (
            <a key={id} href={boardHref(props, { unit: id, level: undefined })}>
              {unitName(name)}
            </a>
          ))}
        </p>
      )}
    </>
  )
}

/** One period in large figures, each part of it a way to the answers behind it. */
function Focus(props: BoardPageProps) {
  const { context, periods, focus, total, asOf, recounting } = props
  const m = boardMessages[context.language]
  const { language, timeZone } = context
  const period = periods[focus]
  const cell = total[focus]
  if (!period) return null
  return (
    <div class="focus">
      <p class="unit">{messagesOf(context).period(periodName(period.id, language))}</p>
      {period.state === 'early' ? (
        <p class="lead">{m.early}</p>
      ) : cell ? (
        <>
          <p class="figure">
            <b>{rate(cell.done, cell.expected, language)}</b> {m.done(cell.done, cell.expected)}
          </p>
          <Parts {...props} cell={cell} periodId={period.id} />
        </>
      ) : (
        <p class="lead">{m.noneAsked}</p>
      )}
      <p class="meta">{m.asOf(formatMoment(asOf, language, timeZone))}</p>
      {recounting > 0 && <p class="state">{m.recounting(recounting)}</p>}
    </div>
  )
}

const stateOf = {
  late: 'late',
  returned: 'returned',
  waiting: 'waiting',
  notPossible: 'not-possible',
  quarantined: 'quarantined',
} as const satisfies Record<(typeof cellParts)[number], string>

function Parts(props: BoardPageProps & { readonly cell: BoardCell; readonly periodId: PeriodId }) {
  const { context, cell, periodId, look, mayOpenAnswers } = props
  const m = boardMessages[context.language].parts
  const missing = cell.expected - cell.done
  const shown = cellParts.filter((part) => cell[part] > 0)
  if (shown.length === 0 && missing === 0) return null
  return (
    <ul class="chips">
      {missing > 0 && (
        <li>
          <a href="#missing">{m.missing(missing)}</a>
        </li>
      )}
      {shown.map((part) => (
        <li key={part}>
          {mayOpenAnswers ? (
            <a href={answersHref(props, periodId, look.unit, stateOf[part])}>{m[part](cell[part])}</a>
          ) : (
            m[part](cell[part])
          )}
        </li>
      ))}
    </ul>
  )
}
