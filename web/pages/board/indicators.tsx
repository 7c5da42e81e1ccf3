// What the figures say: each indicator against its target, and how it went over the periods.

import { localize } from '../../../shared/language.ts'
import { boardMessages } from '../../../shared/messages/board.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { Sparkline } from '../../parts/sparkline.tsx'
import { langOf } from '../../parts/texts.ts'
import type { BoardIndicator, BoardPageProps } from './board-props.ts'

export function Indicators({ context, indicators, periods, focus }: BoardPageProps) {
  const m = boardMessages[context.language]
  const { language } = context
  const period = periods[focus]
  const nameOf = (at: number) => periodName(periods[at]?.id ?? period?.id ?? ('' as never), language)
  const spoken = ({ name, texts }: BoardIndicator) => {
    const values = texts
      .map((text, at) => m.trendValue(nameOf(at), text ?? m.noValue))
      .reverse()
      .join('; ')
    return m.trendOf(localize(name, language), values)
  }
  return (
    <section class="slip">
      <h2 id="indicators">{m.indicators}</h2>
      <p class="meta">{m.trendHint}</p>
      <section class="map plain" aria-labelledby="indicators" tabindex={0}>
        <table>
          <caption class="unseen">{m.indicators}</caption>
          <thead>
            <tr>
              <th scope="col">{m.indicator}</th>
              <th scope="col">{m.value(nameOf(focus))}</th>
              <th scope="col">{m.target}</th>
              <th scope="col">{m.trend}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row" lang={langOf(indicator.name, language)}>
                  {localize(indicator.name, language)}
                </th>
                <td>
                  {indicator.value ?? m.noValue}
                  {indicator.met !== null && (
                    <small class={indicator.met ? 'met' : 'short'}>{indicator.met ? m.met : m.notMet}</small>
                  )}
                </td>
                <td>{indicator.target ?? m.noTarget}</td>
                <td>{indicator.line ? <Sparkline line={indicator.line} label={spoken(indicator)} /> : m.noValue}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
