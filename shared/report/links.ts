// From a figure to the answers behind it. Whether a reader may see them is decided there, at the moment of reading.

import { path } from '../paths.ts'
import type { FigureSource, ReportDocument } from './document.ts'
import { endsOf } from './period.ts'

type Linked = Pick<ReportDocument, 'links'>

/**
 * The table of a campaign's answers, narrowed to the figure's period and units: of those that stood there when the report was
 * placed, wherever they stand today. Of an indicator's value only what counts; of what was released, the
 * results of its unit; of what is to be put right, the list of that.
 */
export function figurePath({ links }: Linked, source: FigureSource): string {
  const { campaign, period, unit, within, indicator, released, actions } = source
  if (released) return `${path.surveyResults(campaign, endsOf(period).last)}?${new URLSearchParams({ unit })}`
  if (actions) return path.actions(new URLSearchParams({ campaign }))
  const query = new URLSearchParams({ period, unit, on: links.placedOn })
  if (within) query.set('within', within)
  if (indicator !== undefined) query.set('state', 'counted')
  return path.campaignAnswers(campaign, query.toString())
}

/** The same as a whole address, for files that people carry elsewhere. */
export const figureHref = (document: Linked, source: FigureSource): string =>
  document.links.publicUrl + figurePath(document, source)
