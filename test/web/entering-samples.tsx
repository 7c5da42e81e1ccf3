// The pages by which answers come in with sample content, in both languages. `name` is put around every text that somebody
// else wrote.

import { asId, CampaignId, PastImportId, PersonId, UnitId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { PastImport } from '../../shared/past/import.ts'
import { problem } from '../../shared/problems.ts'
import { shownChanges } from '../../shared/response/answer-changes.ts'
import { FormWays } from '../../web/form/ways.tsx'
import { DiscardDraftPage } from '../../web/pages/entering/discard-draft.tsx'
import { NotPossiblePage } from '../../web/pages/entering/not-possible.tsx'
import { Changes, DraftNotice, Lead, ReturnedNotice } from '../../web/pages/entering/notices.tsx'
import { MissingLinks, PaperFields, ReasonField } from '../../web/pages/entering/own-fields.tsx'
import { FormPage } from '../../web/pages/form.tsx'
import { PastImportPage } from '../../web/pages/past/import.tsx'
import { PastListPage } from '../../web/pages/past/list.tsx'
import { formProps, type Naming, type Page, periodId as periodIdOf, responseId } from './samples.tsx'

const at = '2013-07-15T00:00:00Z'

const campaignId = asId(CampaignId, 'c')
const unitId = asId(UnitId, 'u')

const anImport = (name: Naming, phase: PastImport['phase']): PastImport => ({
  id: asId(PastImportId, 'import-1'),
  fileName: name('nam-2012.xlsx'),
  by: asId(PersonId, 'p'),
  at,
  phase,
  period: undefined,
  rows: 10_000,
  next: 5_000,
  tally: { added: 9_000, changed: 1, same: 2, standing: 3, faulty: 4 },
  faults: [
    { row: 2, column: name('Số cuộc'), code: 'answer', fault: { question: 'meetings', code: 'answer.not-integer' } },
    { row: 3, column: name('R9'), code: 'unit-unknown' },
    { row: 4, column: '', code: 'period-not-held', period: periodIdOf },
    { row: 5, column: '', code: 'row-twice', other: 2 },
  ],
  notices: [{ row: 6, column: name('Ghi chú'), code: 'not-asked' }],
  noticeCount: 1,
  unknown: [name('Cột lạ')],
  twice: [name('Số cuộc')],
  missingPeriods: [periodIdOf],
  sample: [{ row: 2, unitId, period: periodIdOf, answers: [['meetings', name('12')]] }],
})

/** One of each page, with as much on it as it can have. */
export function enteringPages(language: Language, name: Naming): Record<string, Page> {
  const form = formProps(language, name)
  const { context, screen, campaignTitle, unit, periodId } = form
  const { version } = screen
  const round = { context, campaignTitle, unit, periodId }
  const by = { name: name('Lê Thị Hòa'), at }
  const then = new Map<string, string | number>([['meetings', 11]])
  const now = new Map<string, string | number>([
    ['meetings', 1_200],
    ['constructor', name('Tốt')],
  ])
  const incomplete = problem.entryIncomplete(['reason', 'on-behalf-of', 'paper-date'])
  const fields = new URLSearchParams({ reason: name('Nhầm'), 'on-behalf-of': name('An'), 'paper-date': name('x') })
  const ways = <FormWays context={context} back="/visits" saves notPossible="/not-possible" />
  return {
    'form, changed': (
      <FormPage
        {...form}
        ways={ways}
        problem={problem.responseChanged(3)}
        told={<Changes context={context} version={version} by={by} changes={shownChanges(version, then, now)} />}
        above={
          <>
            <DraftNotice context={context} savedAt={at} discard="/draft" />
            <ReturnedNotice context={context} by={by} unit={name('Đảng bộ')} reason={name('Thiếu số liệu')} />
          </>
        }
        screen={{ ...screen, previous: new Map([['meetings', name('Kỳ trước: 11')]]) }}
      />
    ),
    'form, own fields': (
      <FormPage
        {...form}
        ways={ways}
        problem={incomplete}
        told={<MissingLinks context={context} fields={incomplete.fields} />}
        above={<Lead text={name('Đính chính')} />}
        own={
          <>
            <ReasonField context={context} fields={fields} missing={incomplete.fields} />
            <PaperFields context={context} fields={fields} missing={incomplete.fields} isOver />
          </>
        }
      />
    ),
    'not possible': (
      <NotPossiblePage
        {...round}
        hidden={{ id: responseId, revision: '2', formVersion: '1' }}
        kind="other"
        words={name('Không gặp ai')}
        before={{ at, reason: name('Mưa bão') }}
        problem={problem.entryIncomplete(['reason-kind', 'words'])}
      />
    ),
    'past figures': (
      <PastListPage
        context={context}
        campaign={{ id: campaignId, title: campaignTitle, periods: [periodId] }}
        offered={[periodId]}
        imports={[anImport(name, 'done')]}
        limitBytes={4_194_304}
        refused={name('Tệp trống')}
      />
    ),
    ...Object.fromEntries(
      (['checking', 'checked', 'done'] as const).map((phase) => [
        `past figures, ${phase}`,
        <PastImportPage
          key={phase}
          context={context}
          campaign={{ id: campaignId, title: campaignTitle }}
          entry={anImport(name, phase)}
          unitNames={new Map([[unitId, name('Chi bộ 1')]])}
          labels={new Map([['meetings', name('Số cuộc')]])}
          mayAddPeriods
          isExpired={false}
        />,
      ]),
    ),
    'discard a draft': <DiscardDraftPage {...round} savedAt={at} />,
  }
}
