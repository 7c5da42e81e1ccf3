// The pages about forms themselves with sample content, in both languages. `name` is put around every text that somebody else
// wrote.

import { Sha256 } from '../../shared/evidence/reference.ts'
import type { FormChange } from '../../shared/form/changes.ts'
import type { FormFamily, PublishedVersion } from '../../shared/form/family.ts'
import { asId, CampaignId, FormId, PersonId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { problem } from '../../shared/problems.ts'
import { FormPreviewPage, type FormPreviewPageProps } from '../../web/pages/form-preview.tsx'
import { FormVersionPage } from '../../web/pages/form-version.tsx'
import { FormsPage } from '../../web/pages/forms.tsx'
import { type ChangeLine, RehearsalPage } from '../../web/pages/rehearsal.tsx'
import { contextFor, formProps, type Naming, type Page } from './samples.tsx'

const deskStyle = 'desk.0123456789ab.css'
const formId = asId(FormId, 'visit')
const publishedAt = '2013-07-15T00:00:00.000Z'

/** One of each change, with answers that it orphans where it can. */
const changesOf = (name: Naming): ChangeLine[] => {
  const plain = ['added', 'required', 'constraint', 'relevance', 'calculation'] as const
  const changes: readonly FormChange[] = [
    { kind: 'removed', key: name('a') },
    { kind: 'renamed', key: name('b'), to: name('c') },
    { kind: 'retyped', key: name('d'), from: 'text', to: 'date', isKept: false },
    { kind: 'retyped', key: name('e'), from: 'integer', to: 'decimal', isKept: true },
    { kind: 'choices-removed', key: name('f'), choices: [name('yes')] },
    { kind: 'moved', key: name('g'), from: [], to: [name('h'), name('i')], isKept: false },
    { kind: 'moved', key: name('j'), from: [name('h')], to: [], isKept: true },
    ...plain.map((kind) => ({ kind, key: name(kind) })),
  ]
  return changes.map((change) => {
    const isKept = 'isKept' in change ? change.isKept : plain.some((kind) => kind === change.kind)
    return { change, label: name('Số cuộc'), choices: [name('Có')], answers: isKept ? undefined : 1_730 }
  })
}

/** One of each page, with as much on it as it can have. */
export function deskPages(language: Language, name: Naming): Record<string, Page> {
  const context = contextFor(language, { here: '/forms' })
  const title = { vi: name('Phiếu khảo sát'), en: name('Survey') }
  const version: PublishedVersion = {
    version: 2,
    name: name('2.1'),
    contentHash: name('hash'),
    publishedAt,
    publishedBy: asId(PersonId, 'p'),
  }
  const first = { ...version, version: 1, name: '', publishedBy: null }
  const family: FormFamily = { formId, title, versions: [first, version] }
  const line = {
    sheet: name('survey'),
    row: 4,
    column: name('relevant'),
    text: name('Không có câu hỏi này.'),
    cells: [
      { header: 'type', text: name('text'), isHere: false },
      { header: name('relevant'), text: '', isHere: true },
    ],
  }
  const warnings = { lines: [{ ...line, kind: 'warning' as const }], total: 300 }
  const errors = { lines: [{ ...line, kind: 'error' as const, row: undefined, column: undefined }], total: 1 }
  const { files, screen } = formProps(language, name)
  const preview: FormPreviewPageProps = {
    context,
    files: { ...files, deskStyle },
    limitBytes: 4 * 2 ** 20,
    fileName: name('a.xlsx'),
  }
  const seen = {
    title: name('Phiếu'),
    languages: [name('vi'), ''],
    questions: 12,
    missingPictures: [name('a.png')],
    unfitPictures: [name('b.svg')],
    errors,
    warnings,
    book: 'Zm9v',
  }
  const outcome = {
    answers: new Map([['meetings', 12]]),
    findings: [{ kind: 'consistency' as const, question: 'meetings' }],
    score: '7.5',
    name: name('Phiếu 1'),
  }
  const none = { lines: [], total: 0 }
  const report = { title, parts: ['achieved', 'tasks'] as const }
  return {
    forms: (
      <FormsPage
        context={context}
        deskStyle={deskStyle}
        limitBytes={4 * 2 ** 20}
        forms={[
          {
            formId,
            title,
            version: 2,
            versionName: name('2.1'),
            publishedAt,
            publishedBy: name('Minh'),
            campaigns: [{ title, version: 1 }],
          },
          { formId, title, version: 1, versionName: '', publishedAt, publishedBy: undefined, campaigns: [] },
        ]}
      />
    ),
    'forms, none': <FormsPage context={context} deskStyle={deskStyle} limitBytes={4 * 2 ** 20} forms={[]} />,
    'preview, errors': <FormPreviewPage {...preview} seen={seen} />,
    'preview, unreadable': <FormPreviewPage {...preview} unreadable={name('Tệp bị hỏng.')} />,
    preview: (
      <FormPreviewPage
        {...preview}
        seen={{ ...seen, errors: none }}
        prospect={{ kind: 'new', formId, version: 3, versionName: name('3') }}
        tryout={{ screen, device: 'phone' }}
      />
    ),
    'preview, tried': (
      <FormPreviewPage
        {...preview}
        seen={{ ...seen, errors: none }}
        prospect={{ kind: 'same', formId, version: 3, versionName: '' }}
        tryout={{ screen, device: 'desktop', outcome }}
      />
    ),
    'preview, refused': (
      <FormPreviewPage
        {...preview}
        seen={{ ...seen, errors: none }}
        prospect={{ kind: 'refused', problem: problem.versionNameTaken(name('2'), 1) }}
        problem={problem.formTooLarge()}
      />
    ),
    version: (
      <FormVersionPage
        context={context}
        deskStyle={deskStyle}
        family={family}
        version={version}
        title={title}
        publishedBy={name('Minh')}
        languages={[name('Tiếng Việt (vi)')]}
        questions={12}
        warnings={warnings}
        book="Zm9v"
        files={[name('towns.csv')]}
        pictures={[{ name: name('hall.png'), sha256: asId(Sha256, 'a'.repeat(64)), mediaType: 'image/png' }]}
        campaigns={[
          { id: asId(CampaignId, 'a'), title, version: 2, isMovable: true },
          { id: asId(CampaignId, 'b'), title, version: 1, isMovable: true },
          { id: asId(CampaignId, 'c'), title, version: 1, isMovable: false },
        ]}
      />
    ),
    rehearsal: (
      <RehearsalPage
        context={context}
        deskStyle={deskStyle}
        campaignTitle={title}
        from={{ version: 1, name: '' }}
        to={{ version: 2, name: name('2.1') }}
        versionHref="/forms/visit/versions/2"
        changes={changesOf(name)}
        indicators={[{ name: title, questions: [name('a')], reports: [report] }]}
        responses={77}
        isWhole={false}
        digest="abc"
        problem={problem.rehearsalOutdated()}
      />
    ),
    'rehearsal, nothing changes': (
      <RehearsalPage
        context={context}
        deskStyle={deskStyle}
        campaignTitle={title}
        from={{ version: 2, name: '' }}
        to={{ version: 2, name: '' }}
        versionHref="/forms/visit/versions/2"
        changes={[]}
        indicators={[]}
        responses={1}
        isWhole
        digest="abc"
      />
    ),
  }
}
