// What to see of the board: a form whose address says it all, and can be passed on.

import type { PeriodId } from '../../../shared/ids.ts'
import { boardMessages } from '../../../shared/messages/board.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { path } from '../../../shared/paths.ts'
import type { BoardPageProps } from './board-props.ts'

export function LookForm(props: BoardPageProps) {
  const { context, campaign, look, allPeriods, periods, focus, levels, cut } = props
  const m = boardMessages[context.language]
  const shown = periods.map(({ id }) => id)
  return (
    <details class="look" open={cut !== undefined}>
      <summary>{m.look}</summary>
      {cut && <p class="state">{m.cut(cut.periods, cut.units)}</p>}
      <form method="get" action={path.board(campaign.id, {})}>
        <input type="hidden" name="unit" value={look.unit} />
        <PeriodField {...props} name="from" label={m.from} ids={allPeriods} chosen={shown.at(-1)} />
        <PeriodField {...props} name="to" label={m.to} ids={allPeriods} chosen={shown[0]} />
        <PeriodField {...props} name="period" label={m.focus} ids={shown} chosen={shown[focus]} />
        {levels.length > 1 && (
          <div class="q">
            <label for="level">{m.level}</label>
            <select id="level" name="level">
              <option value="">{m.below}</option>
              {levels.map((level) => (
                <option key={level} value={level} selected={level === look.level}>
                  {level}
                </option>
              ))}
            </select>
          </div>
        )}
        <div class="q">
          <label for="order">{m.order}</label>
          <select id="order" name="order">
            {(['tree', 'rate'] as const).map((order) => (
              <option key={order} value={order} selected={order === look.order}>
                {m.orders[order]}
              </option>
            ))}
          </select>
        </div>
        <p class="send">
          <button type="submit" class="main">
            {m.show}
          </button>
        </p>
      </form>
    </details>
  )
}

type FieldProps = BoardPageProps & {
  readonly name: string
  readonly label: string
  readonly ids: readonly PeriodId[]
  readonly chosen: PeriodId | undefined
}

const PeriodField = ({ context, name, label, ids, chosen }: FieldProps) => (
  <div class="q">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {ids.map((id) => (
        <option key={id} value={id} selected={id === chosen}>
          {periodName(id, context.language)}
        </option>
      ))}
    </select>
  </div>
)
