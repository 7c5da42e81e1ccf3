// From a figure to the answers behind it. Whether a reader may see them is decided there, at the moment of reading.

import { path } from '../paths.ts'
import type { FigureSource, ReportDocument } from './document.ts'

/**
 * The table of a campaign's answers, narrowed to the figure's period and to the units below its own; of what was released, the
 * results of its unit.
 */
export const figurePath = ({ campaign, period, unit, released }: FigureSource): string =>
  released
    ? `${path.surveyResults(campaign, period)}?${new URLSearchParams({ unit })}`
    : path.campaignAnswers(campaign, new URLSearchParams({ period, unit }).toString())

/** The same as a whole address, for files that people carry elsewhere. */
export const figureHref = ({ links }: Pick<ReportDocument, 'links'>, source: FigureSource): string =>
  links.publicUrl + figurePath(source)
