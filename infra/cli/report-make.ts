// `report make`: a campaign's report as files, from the data of the local home: the one that runs, or its folder when none does.
// With --demo, what the demo reports, from nothing.

import { StartProblem } from '../local/start-problem.ts'
import type { Command } from './command.ts'

const reportFormats = ['pdf', 'docx', 'xlsx', 'html', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

const isFormat = (text: string): text is ReportFormat => reportFormats.some((format) => format === text)

/** Undefined where one of the names is none. */
function readFormats(text: string): ReportFormat[] | undefined {
  const names = text.split(',').map((name) => name.trim())
  const formats = names.filter(isFormat)
  return formats.length === names.length ? [...new Set(formats)] : undefined
}

export const reportMake: Command = {
  words: 'report make',
  usage: [
    'report make CAMPAIGN --unit CODE --period 2013-H1 [--format pdf,docx,xlsx,html,json] [--out DIR]',
    '                                          a campaign’s report (its id or title), of the data of the local home',
    '  report make --demo [--format ...] [--out DIR]',
    '                                          the reports of the demo, from nothing',
  ].join('\n'),
  options: { unit: 'value', period: 'value', format: 'value', out: 'value', demo: 'switch' },
  run: async ({ options, files, path, print }) => {
    const { unit, period, format = reportFormats.join(','), out = '.' } = options
    const formats = readFormats(format)
    const isDemo = options['demo'] === 'true'
    const [campaign, ...others] = files
    const isComplete = isDemo
      ? campaign === undefined && !unit && !period
      : Boolean(campaign && unit && period) && others.length === 0
    if (!formats || !isComplete) return 2
    try {
      const { makeDemoReports, makeHomeReport } = await import('./report-files.ts')
      const made = isDemo
        ? makeDemoReports(formats, path(out))
        : makeHomeReport({ campaign: campaign ?? '', unit: unit ?? '', period: period ?? '' }, formats, path(out))
      for await (const file of made) print(file)
      return 0
    } catch (error) {
      if (!(error instanceof StartProblem)) throw error
      process.stderr.write(`${error.message}\n`)
      return 1
    }
  },
}
