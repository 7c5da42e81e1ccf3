// The pages about actions with sample content, in both languages. `name` is put around every text that somebody else wrote.

import * as v from 'valibot'
import type { UnitAction } from '../../shared/action/action.ts'
import { actionStates, severities } from '../../shared/action/action.ts'
import { emptyEntry } from '../../shared/action/entry.ts'
import { readFilter } from '../../shared/action/filter.ts'
import { moveNames } from '../../shared/action/lifecycle.ts'
import { FileName, Sha256 } from '../../shared/evidence/reference.ts'
import { ActionId, asId, CampaignId, UnitId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { Day } from '../../shared/organisation/day.ts'
import { problem } from '../../shared/problems.ts'
import { ActionPage, type ActionPageProps } from '../../web/pages/actions/action.tsx'
import { ActionsPage, type ActionsPageProps, choiceValue } from '../../web/pages/actions/list.tsx'
import type { ShownAction } from '../../web/pages/actions/shown.ts'
import { FollowUp, OpenActions } from '../../web/pages/actions/visit.tsx'
import { Layout } from '../../web/pages/layout.tsx'
import { noUnit } from '../../web/parts/unit-field.tsx'
import { contextFor, type Naming, type Page, periodId, responseId } from './samples.tsx'

const day = (text: string) => v.parse(Day, text)
const today = day('2013-08-01')
const at = '2013-07-15T00:00:00.000Z'

function shownOf(name: Naming, n: number, changes: Partial<UnitAction> = {}): ShownAction {
  const action: UnitAction = {
    id: asId(ActionId, n.toString(16).padStart(24, '0')),
    unitId: asId(UnitId, 'u'),
    campaignId: asId(CampaignId, 'c'),
    periodId,
    responseId,
    finding: { kind: 'finding', question: 'meetings' },
    question: { vi: name('Số cuộc sinh hoạt'), en: name('Meetings') },
    message: { vi: name('Sinh hoạt không đủ số cuộc') },
    remedy: { vi: name('Sinh hoạt đủ 12 cuộc mỗi năm') },
    severity: severities[n % severities.length] ?? 'none',
    raisedAt: at,
    state: 'open',
    owner: null,
    dueOn: day('2013-07-22'),
    known: { response: 1, bucket: 1 },
    steps: [{ kind: 'raised', at, by: null }],
    ...changes,
  }
  return {
    action,
    version: 1,
    unit: { name: name('Chi bộ 1'), code: name('C-1'), parentName: name('Đảng bộ Sông') },
    concern: name('Đảng bộ Sông'),
    late: 10,
    owner: name('Trần Quốc Khánh'),
    campaign: { vi: name('Khảo sát chi bộ') },
  }
}

/** One of each page, with as much on it as it can have. */
export function actionPages(language: Language, name: Naming): Record<string, Page> {
  const context = contextFor(language, { here: '/actions' })
  const first = shownOf(name, 0)
  const actions = actionStates.map((state, n) =>
    shownOf(name, n, state === 'done' ? { state, dueOn: null } : { state }),
  )
  const owners = [{ value: 'person:p', name: name('Lê Văn An') }]
  const listed: ActionsPageProps = {
    context,
    today,
    filter: readFilter(new URLSearchParams({ state: 'late', after: 'x' })),
    unit: noUnit,
    campaigns: [{ id: asId(CampaignId, 'c'), title: { vi: name('Khảo sát chi bộ') } }],
    counts: { open: 1_730, late: 12, done: 3, climbed: 2 },
    hasAny: true,
    actions,
    place: { from: 51, of: 1_730 },
    next: 'y',
    owners,
    problem: problem.actionFaulty(),
    tried: {
      entry: { ...emptyEntry, owner: 'role:reporter', due: name('31/02') },
      faults: ['chosen', 'owner', 'due'],
      chosen: [choiceValue(first)],
      notAssigned: 2,
    },
  }
  const file = { sha256: asId(Sha256, '0'.repeat(64)), name: v.parse(FileName, 'ảnh.jpg') }
  const step = { at, by: name('Trần Quốc Khánh'), words: name('Đã lập kế hoạch'), files: [file] }
  const one: ActionPageProps = {
    context,
    shown: first,
    today,
    steps: [
      { ...step, kind: 'raised', by: undefined, words: undefined, files: [], owner: undefined, due: undefined },
      { ...step, kind: 'assigned', owner: name('Lê Văn An'), due: '22/07/2013' },
      { ...step, kind: 'done', at: '2013-07-16T00:00:00.000Z', owner: undefined, due: undefined },
    ],
    responseHref: '/r',
    moves: moveNames,
    owners,
    problem: problem.actionFaulty(),
    tried: {
      move: 'assign',
      entry: { ...emptyEntry, words: name('Đề nghị làm ngay') },
      faults: ['words', 'owner', 'due'],
    },
  }
  return {
    actions: <ActionsPage {...listed} />,
    'actions, only read': (
      <ActionsPage {...listed} owners={undefined} problem={undefined} tried={undefined} next={undefined} />
    ),
    'actions, none': <ActionsPage {...listed} actions={[]} hasAny={false} problem={undefined} tried={undefined} />,
    'actions, no match': (
      <ActionsPage {...listed} actions={[]} next={undefined} problem={undefined} tried={undefined} />
    ),
    action: <ActionPage {...one} />,
    'action, changed meanwhile': (
      <ActionPage {...one} moves={['reopen']} problem={problem.actionChanged()} responseHref={undefined} />
    ),
    'action, over': <ActionPage {...one} moves={[]} problem={undefined} tried={undefined} />,
    'actions on a visit': (
      <Layout context={context} title="x">
        <OpenActions context={context} today={today} isVisit unitCode="C-1" actions={[first]} total={7} />
        <h1>x</h1>
        <FollowUp context={context} today={today} actions={[first, shownOf(name, 5)]} />
      </Layout>
    ),
  }
}
