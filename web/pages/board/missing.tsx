// Units from which something is still missing in the period that is looked at, and what can be done about it.

import type { MissingUnit } from '../../../shared/campaign/board.ts'
import { boardMessages } from '../../../shared/messages/board.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { path } from '../../../shared/paths.ts'
import { unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import type { BoardPageProps } from './board-props.ts'

/** Up to so many missing units are all shown at once. */
const mostShownOpen = 50

export function Missing(props: BoardPageProps) {
  const { context, campaign, missing, moreMissing, look, periods, focus } = props
  const m = boardMessages[context.language]
  const period = periods[focus]
  if (!period || period.state === 'early') return null
  const name = periodName(period.id, context.language)
  const all = missing.length + moreMissing
  return (
    <section class="slip" id="missing">
      {all > 0 ? (
        <>
          <h2>{m.missing(all, name)}</h2>
          <Groups {...props} />
          {moreMissing > 0 && <p>{m.more(moreMissing)}</p>}
        </>
      ) : (
        props.total[focus] && <p class="lead">{m.noneMissing(name)}</p>
      )}
      <p class="send">
        {all > 0 && props.mayRemind && (
          <a class="main" href={path.reminders(campaign.id, period.id)}>
            {m.remind}
          </a>
        )}
        {props.mayPrint && <a href={path.records(campaign.id, period.id, look.unit)}>{m.print}</a>}
        <a href={path.campaignProgress(campaign.id, period.id)}>{m.period}</a>
        <a href={path.progress()}>{m.report}</a>
      </p>
    </section>
  )
}

/** Under the row they belong to; units that are rows themselves are one plain list. */
function Groups({ context, missing, rows, moreMissing }: BoardPageProps) {
  const m = boardMessages[context.language]
  const groups = new Map<string, MissingUnit[]>()
  for (const one of missing) groups.set(one.row, [...(groups.get(one.row) ?? []), one])
  const alone = missing.filter(({ unit, row }) => unit.id === row)
  const nameOf = (id: string) => rows.find(({ unit }) => unit.id === id)?.unit.name ?? ''
  return (
    <div class="missing">
      {[...groups]
        .map(([row, units]) => [row, units.filter(({ unit }) => unit.id !== row)] as const)
        .filter(([, units]) => units.length > 0)
        .map(([row, units]) => (
          <details key={row} open={missing.length + moreMissing <= mostShownOpen}>
            <summary>{m.missingIn(unitName(nameOf(row)), units.length)}</summary>
            <Names context={context} units={units} />
          </details>
        ))}
      {alone.length > 0 && <Names context={context} units={alone} />}
    </div>
  )
}

function Names({ context, units }: { readonly context: PageContext; readonly units: readonly MissingUnit[] }) {
  const m = boardMessages[context.language]
  return (
    <ul>
      {units.map(({ unit, cell }) => {
        const parts = [
          ...(cell.done > 0 ? [m.partly(cell.done, cell.expected)] : []),
          ...(['returned', 'waiting', 'notPossible', 'quarantined'] as const)
            .filter((part) => cell[part] > 0)
            .map((part) => (cell.expected === 1 ? m.parts[part](1).replace(/^1 /, '') : m.parts[part](cell[part]))),
        ]
        return (
          <li key={unit.id}>
            {unitName(unit.name)} <small>{[messagesOf(context).code(unit.code), ...parts].join(' · ')}</small>
          </li>
        )
      })}
    </ul>
  )
}
