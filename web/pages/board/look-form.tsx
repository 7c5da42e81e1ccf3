// What to see of the board: a form whose address says it all, and can be passed on.

import type { PeriodId } from '../../../shared/ids.ts'
import { boardMessages } from '../../../shared/messages/board.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { path } from '../../../shared/paths.ts'
import { ChoiceLine } from '../../parts/choice-line.tsx'
import type { BoardPageProps } from './board-props.ts'

export function LookForm(props: BoardPageProps) {
  const { context, campaign, look, allPeriods, periods, focus, levels, cut } = props
  const m = boardMessages[context.language]
  const shown = periods.map(({ id }) => id)
  const named = (ids: readonly PeriodId[]) => ids.map((id) => [id, periodName(id, context.language)] as const)
  return (
    <details class="look" open={cut !== undefined}>
      <summary>{m.look}</summary>
      {cut && <p class="state">{m.cut(cut.periods, cut.units)}</p>}
      <form method="get" action={path.board(campaign.id, {})}>
        <input type="hidden" name="unit" value={look.unit} />
        <ChoiceLine id="from" label={m.from} chosen={shown.at(-1)} options={named(allPeriods)} />
        <ChoiceLine id="to" label={m.to} chosen={shown[0]} options={named(allPeriods)} />
        <ChoiceLine id="period" label={m.focus} chosen={shown[focus]} options={named(shown)} />
        {levels.length > 1 && (
          <ChoiceLine
            id="level"
            label={m.level}
            empty={m.below}
            chosen={look.level}
            options={levels.map((level) => [level, level])}
          />
        )}
        <ChoiceLine
          id="order"
          label={m.order}
          chosen={look.order}
          options={(['tree', 'rate'] as const).map((order) => [order, m.orders[order]])}
        />
        <p class="send">
          <button type="submit" class="main">
            {m.show}
          </button>
        </p>
      </form>
    </details>
  )
}
