// What each block of a template must show, worked out from the recount: row by row, figure by figure.

import type { TemplateBlock } from '../../shared/report/template.ts'
import { type Asked, isMet, type Response, rateText } from './recount.ts'
import { choicesOf, labelsOf } from './recount-form.ts'
import type { Figure, Line, Recount } from './recount-scope.ts'
import type { Row } from './recount-shown.ts'

const sentence = (...figures: (Figure | undefined)[]): Row => ({
  label: '',
  cells: [figures.filter((one) => one !== undefined)],
  marks: [],
})

const totalLabels = {
  vi: { total: 'Tổng cộng', together: 'Chung' },
  en: { total: 'Total', together: 'Together' },
}

/** The rows of a block as they must be, in any order; undefined for one that is checked elsewhere. */
export function expectedRows(recount: Recount, block: TemplateBlock): { rows: Row[]; isMarked?: boolean } | undefined {
  switch (block.block) {
    case 'coverage':
      return block.as === 'table' ? coverageTable(recount) : { rows: coverage(recount) }
    case 'missing':
      return { rows: missing(recount) }
    case 'no-indicators':
    case 'text':
      return { rows: [] }
    case 'indicators':
      return indicators(recount, block)
    case 'by-unit':
      return byUnit(recount, block)
    case 'trend':
      return { rows: trend(recount, block) }
    case 'distribution':
      return { rows: distribution(recount, block) }
    case 'classification':
      return { rows: classification(recount, block.indicator, block.classes) }
    case 'classes':
      return {
        rows: chosen(recount, block).flatMap(({ id, classes }) =>
          classes ? classification(recount, id, classes) : [],
        ),
      }
    case 'ranking':
      return { rows: ranking(recount, block) }
    case 'consistency':
      return { rows: consistency(recount) }
    case 'method':
      return { rows: method(recount) }
    default:
      return undefined
  }
}

function coverage({ total, number, figure, missing: missingIn, due, done, counted, language }: Recount): Row[] {
  const expected = total.expected.length
  if (expected === 0) return []
  const reported = expected - missingIn(total).length
  const late = counted(total).filter(({ standing }) => standing === 'late').length
  return [
    sentence(
      ...[number(total, reported), number(total, expected)],
      figure(total, rateText(reported, expected, language) ?? ''),
      ...[done(total), due(total), late].map((n) => number(total, n)),
    ),
  ]
}

function missing({ total, number, missing: missingIn, inState }: Recount): Row[] {
  if (total.expected.length === 0) return []
  const [late, impossible] = [missingIn(total).length, inState(total, 'not-possible').length]
  return [...(late > 0 ? [late] : []), ...(impossible > 0 ? [impossible] : [])].map((n) => sentence(number(total, n)))
}

function coverageTable({ total, lines, number, figure, due, done, counted, inState, language }: Recount) {
  if (total.expected.length === 0) return { rows: [] }
  const row = (line: Line, label: string): Row => {
    const rate = rateText(done(line), due(line), language)
    const more = [
      counted(line).filter(({ standing }) => standing === 'late').length,
      inState(line, 'returned').length,
      inState(line, 'waiting').length,
    ]
    return {
      label,
      cells: [
        ...[[number(line, due(line))], [number(line, done(line))], rate === undefined ? [] : [figure(line, rate)]],
        ...more.map((n) => (n === 0 ? [] : [number(line, n)])),
      ],
      marks: ['', '', done(line) < due(line) ? 'missed' : '', '', '', ''],
    }
  }
  return {
    rows: [...lines.map((line) => row(line, line.name)), row(total, totalLabels[language].total)],
    isMarked: true,
  }
}

type Of<B extends TemplateBlock['block']> = Extract<TemplateBlock, { block: B }>

const chosen = ({ campaign }: Recount, { indicators: some }: { indicators?: readonly string[] | undefined }) =>
  campaign.indicators.filter(({ id }) => !some || some.includes(id))

const markOf = (indicator: Asked, recount: Recount, line: Line): string => {
  if (recount.value(line, indicator) === undefined) return 'missing'
  const met = isMet(indicator, recount.sums(line, indicator))
  return met === undefined ? '' : met ? 'met' : 'missed'
}

function indicators(recount: Recount, block: Of<'indicators'>) {
  const { total, counted, value, change, parts, sums, number, before, ago } = recount
  if (counted(total).length === 0) return { rows: [] }
  const since = [
    ...(block.compare === 'before' || block.compare === 'both' ? [before] : []),
    ...(block.compare === 'year-before' || block.compare === 'both' ? [ago] : []),
  ].filter((one) => one !== undefined)
  const isParted = ({ measure }: Asked) => !['sum', 'count', 'mean'].includes(measure.kind)
  const rows = chosen(recount, block).map((indicator): Row => {
    const { answered } = sums(total, indicator)
    const now = value(total, indicator)
    if (block.as === 'sentences')
      return sentence(
        ...[now, ...(isParted(indicator) && answered > 0 ? parts(total, indicator) : [])],
        ...since.flatMap((one) => {
          const [old, changed] = [value(total, indicator, one), change(total, indicator, one)]
          return old && changed ? [old, changed] : []
        }),
      )
    const pairs = since.flatMap((one) => [value(total, indicator, one), change(total, indicator, one)])
    const mark = markOf(indicator, recount, total)
    const shown = [now, ...pairs]
    return {
      label: indicator.name.vi,
      cells: [[], ...shown.map((one) => (one ? [one] : [])), [number(total, answered)]],
      marks: ['', mark, ...pairs.map((one) => (one ? '' : 'missing')), ''],
    }
  })
  return { rows, isMarked: block.as === 'table' }
}

function byUnit(recount: Recount, block: Of<'by-unit'>) {
  const { total, lines, counted, value, change, before, ago, language } = recount
  if (counted(total).length === 0) return { rows: [] }
  const all = chosen(recount, block)
  const since = block.compare === 'before' ? before : block.compare === 'year-before' ? ago : undefined
  const tables = Math.ceil(all.length / 5)
  const each = Math.ceil(all.length / tables)
  const rows = Array.from({ length: tables }, (_, at) => all.slice(at * each, (at + 1) * each)).flatMap((some) => {
    const row = (line: Line, label: string): Row => ({
      label,
      cells: some.map((indicator) => {
        const now = value(line, indicator)
        const changed = since === undefined ? undefined : change(line, indicator, since)
        return [now, now && changed].filter((one) => one !== undefined)
      }),
      marks: some.map((indicator) => markOf(indicator, recount, line)),
    })
    return [...lines.map((line) => row(line, line.name)), row(total, totalLabels[language].together)]
  })
  return { rows, isMarked: true }
}

function trend(recount: Recount, block: Of<'trend'>): Row[] {
  const { total, lines, value, earlier, period } = recount
  const periods = [...earlier.slice(-11), period]
  const all = chosen(recount, block)
  if (periods.length < 3 || all.length === 0) return []
  // The map's caption says that its numbers are percentages.
  const row = (line: Line, indicator: Asked, label: string): Row => ({
    label,
    cells: periods.map((one) => {
      const found = value(line, indicator, one)
      return found ? [line === total ? found : { ...found, text: found.text.replace(/\s?%$/u, '') }] : []
    }),
    marks: [],
  })
  const mapped = period.length === 7 && !/[HQ]/.test(period) ? all.find(({ target }) => target) : undefined
  const isMapped = mapped && lines.length >= 2 && lines.length <= 30
  return [
    ...all.map((indicator) => row(total, indicator, indicator.name.vi)),
    ...(isMapped ? lines.map((line) => row(line, mapped, line.name)) : []),
  ]
}

function distribution(recount: Recount, block: Of<'distribution'>): Row[] {
  const { total, counted, number, before, period, language } = recount
  const chosenIn = (name: string, choice: string, of: string) =>
    counted(total, of).filter(({ answers }) => {
      const answer = answers.get(name)
      return Array.isArray(answer) ? answer.includes(choice) : answer === choice
    }).length
  const isAsked = (name: string, of: string) => counted(total, of).some(({ answers }) => answers.has(name))
  return Object.entries(choicesOf).flatMap(([name, choices]) => {
    if (!isAsked(name, period)) return []
    const isCompared = block.compare === 'before' && before !== undefined && isAsked(name, before)
    const periods = isCompared ? [period, before] : [period]
    return choices.map((choice) => ({
      label: labelsOf[language][choice] ?? '',
      cells: periods.map((of) => [
        number(total, chosenIn(name, choice, of), { period: of, responses: counted(total, of).length }),
      ]),
      marks: [],
    }))
  })
}

type Class = { readonly name: { readonly vi: string }; readonly from?: string | undefined }

function classification(recount: Recount, id: string, classes: readonly Class[]): Row[] {
  const { total, lines, value, sums, number, figure, language, campaign } = recount
  const indicator = campaign.indicators.find((one) => one.id === id)
  const judged = indicator ? lines.filter((line) => value(line, indicator)) : []
  if (!indicator || judged.length === 0) return []
  const direction = indicator.target?.direction ?? 'at-least'
  const reaches = (line: Line, from: string | undefined) =>
    from === undefined || isMet({ ...indicator, target: { value: from, direction } }, sums(line, indicator)) === true
  const classOf = (line: Line) => classes.findIndex(({ from }) => reaches(line, from))
  const row = (label: string, n: number, isJudged: boolean): Row => ({
    label,
    cells: [[], [number(total, n)], isJudged ? [figure(total, rateText(n, judged.length, language) ?? '')] : [], []],
    marks: [],
  })
  const last = classes.length - 1
  const in_ = (at: number) => judged.filter((line) => (classOf(line) < 0 ? last : classOf(line)) === at).length
  const without = lines.length - judged.length
  return [
    sentence(number(total, judged.length)),
    ...classes.map(({ name }, at) => row(name.vi, in_(at), true)),
    ...(without > 0 ? [row(language === 'vi' ? 'Chưa xếp loại' : 'Not classified', without, false)] : []),
  ]
}

/** Whoever has one of the three best values, against whoever has one of the three worst. */
function ranking(recount: Recount, block: Of<'ranking'>): Row[] {
  const { lines, value, sums } = recount
  return chosen(recount, block).flatMap((indicator) => {
    const isSingle = lines.every((line) => sums(line, indicator).answered <= 1)
    const { target, measure } = indicator
    if (!target || measure.kind === 'sum' || measure.kind === 'count' || (measure.kind === 'share' && isSingle))
      return []
    const sign = target.direction === 'at-least' ? 1n : -1n
    const all = lines.flatMap((line) => {
      const shown = value(line, indicator)
      const exact = recount.rounded(line, indicator)
      return shown && exact ? [{ shown, good: exact.units * sign }] : []
    })
    const inOrder = all.map(({ good }) => good).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0))
    const each = Math.min(3, Math.floor(all.length / 2))
    const [high, low] = [inOrder[each - 1], inOrder[inOrder.length - each]]
    if (all.length < 4 || high === undefined || low === undefined) return []
    const isShared = high === low
    const best = all.filter(({ good }) => (isShared ? good > high : good >= high))
    const worst = all.filter(({ good }) => (isShared ? good < low : good <= low))
    if (best.length === 0 || worst.length === 0) return []
    // Of many that share a place only some are named.
    if (best.length > 6 || worst.length > 6) return [{ label: 'many', cells: [], marks: [] }]
    return [sentence(...[...best, ...worst].map(({ shown }) => shown))]
  })
}

const summed = (recount: Recount, line: Line): Figure[] =>
  ['part', 'whole'].flatMap((question) => {
    const indicator = { id: '', measure: { kind: 'sum' as const, question }, format: 'number' as const, decimals: 0 }
    const { answered } = recount.sums(line, indicator)
    const found = recount.value(line, indicator)
    return found ? [{ ...found, indicator: undefined, responses: answered }] : []
  })

function consistency(recount: Recount): Row[] {
  const { total, lines, counted, number, sentIn, period } = recount
  if (counted(total).length === 0) return []
  const isBroken = ({ state, findings }: Response & { state: string }) =>
    ['counted', 'returned', 'waiting'].includes(state) && findings.some(({ kind }) => kind === 'consistency')
  const broken = new Set(
    sentIn(period)
      .filter(isBroken)
      .map(({ unit }) => unit),
  )
  const found = lines.filter(({ members }) => members.some((id) => broken.has(id)))
  const units = total.members.filter((id) => broken.has(id)).length
  if (found.length === 0) return [sentence(number(total, 1)), sentence(...summed(recount, total))]
  return [
    sentence(...[1, 1, units].map((n) => number(total, n))),
    ...found.map((line) => ({
      label: line.name,
      cells: [[], counted(line).length === 1 ? summed(recount, line) : []],
      marks: [],
    })),
  ]
}

function method({ total, counted, number, inState, missing: missingIn }: Recount): Row[] {
  const [second, quarantined] = [inState(total, 'second').length, inState(total, 'quarantined').length]
  const late = counted(total).filter(({ standing }) => standing === 'late').length
  const [waiting, returned] = [inState(total, 'waiting').length, inState(total, 'returned').length]
  const some = (...all: number[]) => (all.some((n) => n > 0) ? [sentence(...all.map((n) => number(total, n)))] : [])
  const reporting = total.members.filter((id) => counted({ members: [id] }).length > 0).length
  return [
    sentence(number(total, counted(total).length), number(total, reporting)),
    ...[...some(missingIn(total).length), ...some(late), ...some(waiting, returned), ...some(second, quarantined)],
  ]
}
