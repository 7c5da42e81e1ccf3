// The office's pages about the tree, campaigns and progress with sample content, in both languages. `name` is put around every
// text that somebody else wrote.

import { noActions } from '../../shared/action/sheet.ts'
import type { BoardCell } from '../../shared/campaign/board.ts'
import { asId, CampaignId, PeriodId, UnitId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { BoardPage } from '../../web/pages/board/board-page.tsx'
import type { BoardPageProps } from '../../web/pages/board/board-props.ts'
import { CampaignsPage } from '../../web/pages/campaigns/list.tsx'
import { QuestionPage, type QuestionPageProps } from '../../web/pages/campaigns/question.tsx'
import { NextStepsPage } from '../../web/pages/office/next-steps.tsx'
import { FoundPage, TreePage, type TreePageProps } from '../../web/pages/organisation/tree.tsx'
import { contextFor, type Naming, type Page, periodId } from './samples.tsx'

const unit = (name: Naming, n: number): Unit => ({
  id: asId(UnitId, `u${n}`),
  code: name(`DB0${n}`),
  name: name(`Đảng bộ ${n}`),
  level: name('Đảng bộ'),
  parentId: n === 1 ? null : asId(UnitId, 'u1'),
  members: 20,
})

const cell: BoardCell = {
  expected: 3,
  done: 1,
  late: 1,
  returned: 1,
  waiting: 1,
  notPossible: 1,
  quarantined: 1,
}

function boardProps(language: Language, name: Naming): BoardPageProps {
  const [top, open, single] = [unit(name, 1), unit(name, 2), unit(name, 3)]
  const before = asId(PeriodId, '2012-H2')
  const total = [cell, { ...cell, done: 3 }]
  return {
    context: contextFor(language, { here: '/campaigns/c/board' }),
    campaign: { id: asId(CampaignId, 'c'), title: { vi: name('Khảo sát') }, kind: 'inspection' },
    look: { unit: top.id, level: undefined, from: undefined, to: undefined, focus: undefined, order: 'tree', page: 1 },
    line: [top],
    others: [single],
    levels: [name('Đảng bộ'), name('Chi bộ')],
    periods: [
      { id: periodId, state: 'open' },
      { id: before, state: 'closed' },
    ],
    focus: 0,
    cut: { periods: 2, units: 20_000 },
    allPeriods: [periodId, before],
    asOf: '2013-07-15T00:00:00Z',
    recounting: 7,
    rows: [
      { unit: open, isAbove: true, cells: total },
      { unit: single, isAbove: false, cells: [undefined, { ...cell, expected: 0 }] },
    ],
    shownRows: { first: 100, all: 300, pageSize: 100 },
    total,
    actions: new Map([[open.id, { ...noActions, open: 2, late: 1, done: 1 }]]),
    indicators: [
      {
        id: 'i',
        name: { vi: name('Số cuộc') },
        value: '10,8',
        target: '≥ 12',
        met: false,
        texts: ['10,8', undefined],
        line: { width: 120, height: 32, runs: [[{ x: 4, y: 4 }]], target: 8 },
      },
      {
        id: 'j',
        name: { en: name('Hours'), vi: '' },
        value: undefined,
        target: undefined,
        met: null,
        texts: [],
        line: undefined,
      },
    ],
    missing: [
      { unit: unit(name, 4), row: open.id, cell },
      { unit: single, row: single.id, cell: { ...cell, expected: 1, done: 0 } },
    ],
    moreMissing: 5,
    mayOpenAnswers: true,
    mayRemind: true,
    mayPrint: true,
  }
}

function treeProps(language: Language, name: Naming): TreePageProps {
  const row = { members: 20, children: 2, where: '' }
  const rowOf = (n: number) => ({ ...row, ...unit(name, n), level: name('Đảng bộ') })
  return {
    context: contextFor(language, { here: '/organisation' }),
    day: { iso: '2013-07-15', text: '15/07/2013', isToday: false, badDay: name('hôm qua') },
    tops: [rowOf(1)],
    below: { rows: [rowOf(2), { ...rowOf(3), members: 0, children: 0 }], page: 2, pages: 3 },
    levels: [
      { level: name('Đảng bộ'), units: 20, members: 4_541 },
      { level: name('Chi bộ'), units: 47, members: 0 },
    ],
    mayManage: true,
    isWhole: true,
    isImported: true,
  }
}

/** One of each page, with as much on it as it can have. */
export function officePages(language: Language, name: Naming): Record<string, Page> {
  const tree = treeProps(language, name)
  const { context } = tree
  const board = boardProps(language, name)
  const campaign = {
    id: 'c',
    href: '/campaigns/c',
    title: { vi: name('Khảo sát') },
    kind: 'inspection' as const,
    unitName: name('Đảng ủy Khối'),
    periods: 2,
    current: { id: periodId, opensAt: '2013-01-01T00:00:00Z', closesAt: null },
    rate: undefined,
  }
  const question: QuestionPageProps = {
    context,
    campaignTitle: { vi: name('Khảo sát') },
    title: 'Đóng kỳ',
    lead: 'Kỳ sẽ đóng.',
    button: 'Đóng',
    version: 3,
    entries: { fields: new URLSearchParams({ name: name('sai') }), faults: new Map([['name', 'Chưa đúng tên']]) },
    asksForName: true,
    leaveHref: '/campaigns/c',
  }
  const unasked = { fields: new URLSearchParams(), faults: new Map<string, string>() }
  const none = { tops: [], below: { rows: [], page: 1, pages: 1 }, levels: [], isImported: false }
  return {
    board: <BoardPage {...board} />,
    'board without rows': (
      <BoardPage {...board} rows={[]} total={[]} actions={undefined} missing={[]} moreMissing={0} />
    ),
    organisation: <TreePage {...tree} />,
    'organisation, empty': <TreePage {...tree} {...none} />,
    'units found': (
      <FoundPage context={context} day={tree.day} query={name('hồng')} rows={tree.tops} page={2} hasMore />
    ),
    'no unit found': (
      <FoundPage context={context} day={tree.day} query={name('hồng')} rows={[]} page={1} hasMore={false} />
    ),
    'next steps': (
      <NextStepsPage
        context={context}
        organisation={name('Đảng ủy Khối')}
        has={{ units: true, people: false, forms: false, campaigns: false }}
      />
    ),
    campaigns: (
      <CampaignsPage
        context={context}
        groups={[
          { state: 'open', lines: [campaign], total: 30 },
          { state: 'draft', lines: [{ ...campaign, id: 'd', href: '/campaigns/d', current: undefined }], total: 1 },
        ]}
        only={undefined}
      />
    ),
    'no campaigns': <CampaignsPage context={context} groups={[]} only={undefined} />,
    'a question about a campaign': <QuestionPage {...question} />,
    'nothing to ask about a campaign': <QuestionPage {...question} button={undefined} entries={unasked} />,
  }
}
