// `report make`: reports as files, from the data of the local home: the one that runs, or its folder when none does. With
// --demo, what the demo reports, from nothing.

import { type Language, languages } from '../../shared/language.ts'
import { reportMakeMessages } from '../../shared/messages/report-make.ts'
import { StartProblem } from '../local/start-problem.ts'
import type { Command } from './command.ts'

export const reportFormats = ['pdf', 'docx', 'xlsx', 'html', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

const isFormat = (text: string): text is ReportFormat => reportFormats.some((format) => format === text)

/** Undefined where one of the names is none. */
function readFormats(text: string): ReportFormat[] | undefined {
  const names = text.split(',').map((name) => name.trim())
  const formats = names.filter(isFormat)
  return formats.length === names.length ? [...new Set(formats)] : undefined
}

/** The language that was asked for, or that of the person's system; undefined where there are no words in it. */
function languageOf(asked: string | undefined): Language | undefined {
  if (asked !== undefined) return languages.find((one) => one === asked)
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('vi') ? 'vi' : 'en'
}

export const reportMake: Command = {
  words: 'report make',
  usage: [
    'report make CAMPAIGN --unit CODE --period 2013-H1 [--format pdf,docx,xlsx,html,json] [--out DIR] [--language en|vi]',
    '                                          the report of a campaign, or of a report plan (its id or title), about a',
    '                                          unit and all below it, of the data of the local home',
    '  report make --demo [--format ...] [--out DIR]',
    '                                          the reports of the demo, from nothing',
  ].join('\n'),
  options: { unit: 'value', period: 'value', format: 'value', out: 'value', demo: 'switch', language: 'value' },
  run: async ({ options, files, path, print }) => {
    const { unit, period, format = reportFormats.join(','), out = '.' } = options
    const isDemo = options['demo'] === 'true'
    const [campaign, ...others] = files
    const language = languageOf(options['language'])
    const isComplete = isDemo
      ? campaign === undefined && !unit && !period
      : Boolean(campaign && unit && period) && others.length === 0
    if (!language || !isComplete) return 2
    const words = reportMakeMessages[language]
    const tell = (line: string) => void process.stderr.write(`${line}\n`)
    const formats = readFormats(format)
    if (!formats) {
      tell(words.noFormat(reportFormats.join(', ')))
      return 2
    }
    try {
      const { makeDemoReports, makeHomeReport } = await import('./report-source.ts')
      const wanted = { formats, out: path(out), language, tell }
      const made = isDemo
        ? makeDemoReports(wanted)
        : makeHomeReport({ campaign: campaign ?? '', unit: unit ?? '', period: period ?? '' }, wanted)
      for await (const file of made) print(file)
      return 0
    } catch (error) {
      if (!(error instanceof StartProblem)) throw error
      tell(error.message)
      return 1
    }
  },
}
