// The desk of templates, in both languages. `name` is put around every text that somebody else wrote.

import { asId, CampaignId, UnitId } from '../../shared/ids.ts'
import type { Language, LocalText } from '../../shared/language.ts'
import { problem } from '../../shared/problems.ts'
import type { TemplateContent } from '../../shared/report/template.ts'
import { campaignResults } from '../../shared/report/templates/campaign-results.ts'
import { CreatePage } from '../../web/pages/templates/create.tsx'
import { DeletionPage } from '../../web/pages/templates/deletion.tsx'
import { EditorPage, type EditorProps } from '../../web/pages/templates/editor.tsx'
import { TemplatesPage } from '../../web/pages/templates/list.tsx'
import { sampleReport } from '../support/sample-report.ts'
import { contextFor, type Naming, type Page, periodId } from './samples.tsx'

/** One of each page, with as much on it as it can have. */
export function templatePages(language: Language, name: Naming): Record<string, Page> {
  const context = contextFor(language, { here: '/templates/own-a' })
  const local = (vi: string, en: string): LocalText => ({ vi: name(vi), en: name(en) })
  const campaign = { id: asId(CampaignId, 'c'), title: local('Khảo sát', 'Survey') }
  const title = local('Mẫu của Khối', 'The bloc’s template')
  const role = { key: 'results', title: local('Chi bộ', 'Cells') }
  const other = { key: 'others', title: local('Đảng bộ', 'Committees'), kind: 'unit-report' as const }
  const content: TemplateContent = {
    name: title,
    roles: [role, other],
    sections: [
      {
        title: local('Kết quả', 'Results'),
        empty: local('Chưa có', 'Nothing yet'),
        blocks: [
          { block: 'text', text: local('Cố định', 'Fixed') },
          { block: 'indicators', role: 'results', indicators: ['a', 'gone'], as: 'table', compare: 'both' },
          {
            block: 'classification',
            role: 'results',
            indicator: 'a',
            classes: [{ name: local('Tốt', 'Good'), from: '0.9' }, { name: local('Kém', 'Bad') }],
          },
        ],
        sections: campaignResults.sections.slice(1, 3),
      },
      { title: local('Ghi chú', 'Notes'), isUnnumbered: true, blocks: [] },
    ],
  }
  const uses = { names: [name('Báo cáo năm')], others: 2 }
  const named = [['a', name('Chỉ tiêu')]] as const
  const names = new Map([['results', { indicators: named, questions: named, open: named, repeats: named }]])
  const entries = (fields: Record<string, string>, faults: Record<string, string> = {}) => ({
    fields: new URLSearchParams(fields),
    faults: new Map(Object.entries(faults)),
  })
  // Charts are drawn, and tested where they are.
  const report = sampleReport({ subject: name('Chất lượng') })
  const document = { ...report, blocks: report.blocks.filter(({ type }) => type !== 'chart') }
  const editing: EditorProps = {
    context,
    id: 'own-a',
    content,
    look: {
      roles: [role, other].map((one) => ({ ...one, chosen: campaign.id, campaigns: one === other ? [] : [campaign] })),
      periods: [periodId],
      period: periodId,
      language,
      preset: 'party-2018',
    },
    query: { 'c.results': 'c', period: periodId },
    shown: { is: 'document', document, hrefOf: () => '/answers' },
    standing: { published: 3, isDrafted: true, canUndo: true, version: 7 },
    old: undefined,
    care: name('Đảng ủy Khối'),
    uses,
    edit: { open: undefined, names, here: '0/1', adding: undefined },
    problem: undefined,
    faults: new Map(),
    done: 'published',
  }
  const opened = (place: string, fields: Record<string, string>, faults: Record<string, string> = {}) => (
    <EditorPage
      {...editing}
      edit={{ names, here: '', adding: undefined, open: { place, entries: entries(fields, faults) } }}
      problem={problem.fieldsWrong(1)}
      faults={new Map(Object.entries(faults))}
    />
  )
  const typed = { titleVi: name('Kết quả'), emptyVi: name('Chưa có'), unnumbered: 'yes' }
  const line = { id: 'own-a', name: title, roles: [role.title, other.title], kinds: ['text', 'by-unit'] as const, uses }
  const own = { published: 2, isDrafted: true, care: name('Đảng ủy Khối'), mayChange: true }
  return {
    templates: (
      <TemplatesPage
        context={context}
        own={[{ ...line, own }]}
        shipped={[{ ...line, id: 'a', own: undefined }]}
        mayMake
      />
    ),
    templatesNone: <TemplatesPage context={context} own={[]} shipped={[]} mayMake={false} />,
    templateEdited: <EditorPage {...editing} />,
    templateSection: opened('0', typed, { titleVi: name('Sai') }),
    templateBlock: opened('0/1', { role: 'results', indicators: 'a', as: 'table', compare: 'both' }),
    templateClasses: opened(
      '0/2',
      { role: 'results', class0Vi: name('Tốt'), class0From: '0.9' },
      { class0Vi: name('Sai') },
    ),
    templateSettings: opened('settings', { nameVi: name('Mẫu'), 'role.results.vi': name('Chi bộ') }),
    templateAdding: <EditorPage {...editing} edit={{ open: undefined, names, here: '', adding: '0' }} />,
    templateOld: <EditorPage {...editing} old={1} edit={undefined} shown={{ is: 'choose' }} />,
    templateShipped: <EditorPage {...editing} standing={undefined} edit={undefined} shown={{ is: 'nothing' }} />,
    templateNew: (
      <CreatePage
        context={context}
        units={[
          { id: asId(UnitId, 'u'), name: name('Khối') },
          { id: asId(UnitId, 'v'), name: name('Sông') },
        ]}
        campaigns={[campaign]}
        templates={[{ id: 'own-a', name: title }]}
        entries={entries({ from: 'file' }, { file: name('Sai') })}
        inFile={[{ place: name('sections 1'), what: 'too-long', limit: 2_000 }]}
        largestFile={262_144}
        problem={problem.templateFaulty(1)}
      />
    ),
    templateDeletion: (
      <DeletionPage
        context={context}
        id="own-a"
        name={title}
        version={3}
        mayDelete
        faults={new Map([['name', name('Sai')]])}
        problem={problem.templateInUse([name('Báo cáo')], 1)}
      />
    ),
  }
}
