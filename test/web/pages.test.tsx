// Every page in both languages: well formed, without what the content policy forbids, and proof against hostile texts.

import { describe, expect, test } from 'vitest'
import { asId, UnitId } from '../../shared/ids.ts'
import { type Language, languages } from '../../shared/language.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { Day } from '../../shared/organisation/day.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { sentStep } from '../../shared/response/step.ts'
import { ProblemPage, type ProblemPageProps } from '../../web/pages/problem.tsx'
import { ProgressPage } from '../../web/pages/progress.tsx'
import { ReceiptPage } from '../../web/pages/receipt.tsx'
import { ReportsPage } from '../../web/pages/reports.tsx'
import { VisitsPage } from '../../web/pages/visits.tsx'
import { unitName } from '../../web/parts/texts.ts'
import { actionPages } from './action-samples.tsx'
import { answersPages } from './answers-samples.tsx'
import { deskPages } from './desk-samples.tsx'
import { enteringPages } from './entering-samples.tsx'
import { attribute, type Element, parseHtml, withId, withTag } from './html.ts'
import { officePages } from './office-samples.tsx'
import { peoplePages } from './people-samples.tsx'
import { planPages } from './plan-samples.tsx'
import { reportPages } from './report-samples.tsx'
import {
  contextFor,
  emptyLibrary,
  formProps,
  periodId,
  plain,
  render,
  responseId,
  samplePages,
  sampleProgress,
} from './samples.tsx'
import { templatePages } from './template-samples.tsx'

const hostile = (text: string) =>
  `${text}<script>alert(1)</script>"' onload='x' style="y" &amp; <img src=x onerror=alert(1)>`
const allPages = (language: Language, name: typeof plain) => ({
  ...samplePages(language, name),
  ...actionPages(language, name),
  ...answersPages(language, name),
  ...deskPages(language, name),
  ...enteringPages(language, name),
  ...officePages(language, name),
  ...peoplePages(language, name),
  ...reportPages(language, name),
  ...planPages(language, name),
  ...templatePages(language, name),
})
const cases = languages.flatMap((language) =>
  Object.keys(allPages(language, plain)).map((page) => ({ language, page })),
)

async function elementsOf(language: Language, page: string, name = plain): Promise<Element[]> {
  const sample = allPages(language, name)[page]
  if (!sample) throw new Error(`No sample of ${page}`)
  return parseHtml(await render(sample))
}

const forbidden = (elements: readonly Element[]) => [
  ...withTag(elements, 'style', 'iframe').map(({ tag }) => tag),
  // Pictures are our own to hand out.
  ...withTag(elements, 'img').flatMap((img) => (attribute(img, 'src')?.startsWith('/campaigns/') ? [] : ['img'])),
  // Scripts are our own files; what stands inline is data.
  ...withTag(elements, 'script').flatMap((script) =>
    attribute(script, 'src')?.startsWith('/assets/') || attribute(script, 'type') === 'application/json'
      ? []
      : ['script'],
  ),
  ...elements.flatMap(({ attributes }) => [...attributes.keys()].filter((name) => /^on|^style$/.test(name))),
  ...elements.flatMap(({ attributes }) =>
    [...attributes.values()].filter((value) => /^(javascript|data):/i.test(value)),
  ),
]

describe.each(cases)('$page in $language', ({ language, page }) => {
  test('is a document in its language with landmarks, one heading of the first level and a title', async () => {
    const elements = await elementsOf(language, page)
    expect(withTag(elements, 'html').map((html) => attribute(html, 'lang'))).toEqual([language])
    for (const tag of ['header', 'main', 'footer', 'h1', 'title']) expect(withTag(elements, tag), tag).toHaveLength(1)
    expect(withTag(elements, 'title')[0]?.text.endsWith(` – ${pageMessages[language].product}`)).toBe(true)
    expect(attribute(withTag(elements, 'a')[0], 'href')).toBe('#main')
  })
  test('has nothing the content policy forbids, whatever people write', async () => {
    expect(forbidden(await elementsOf(language, page))).toEqual([])
    expect(forbidden(await elementsOf(language, page, hostile))).toEqual([])
  })
  test('uses each id once, and every reference to an id finds it', async () => {
    const elements = await elementsOf(language, page)
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const references = elements.flatMap((element) =>
      ['for', 'aria-describedby', 'aria-labelledby'].flatMap((name) => attribute(element, name)?.split(' ') ?? []),
    )
    const links = withTag(elements, 'a').flatMap((a) => attribute(a, 'href')?.match(/^#(.*)$/)?.[1] ?? [])
    for (const id of [...references, ...links]) expect(ids, id).toContain(id)
  })
  test('tables have a caption, and every head says what it heads', async () => {
    const elements = await elementsOf(language, page)
    expect(withTag(elements, 'caption')).toHaveLength(withTag(elements, 'table').length)
    for (const head of withTag(elements, 'th')) expect(attribute(head, 'scope')).toMatch(/^(row|col)$/)
  })
})

test('hostile texts are shown as they were written', async () => {
  const elements = await elementsOf('vi', 'visits', hostile)
  expect(withTag(elements, 'b').map(({ text }) => text)).toContain(unitName(hostile('Chi bộ 1')))
})

test('headings never skip a level', async () => {
  for (const { language, page } of cases) {
    const levels = withTag(await elementsOf(language, page), 'h1', 'h2', 'h3', 'h4').map(({ tag }) => Number(tag[1]))
    // The problem panel's heading comes before the page's own.
    const own = levels.slice(levels.indexOf(1))
    own.forEach((level, index) => {
      expect(level - (own[index - 1] ?? 0), page).toBeLessThanOrEqual(1)
    })
  }
})

test('the language switch posts the other language and comes back to the page', async () => {
  const elements = await elementsOf('vi', 'visits')
  expect(withTag(elements, 'form').map((form) => [attribute(form, 'method'), attribute(form, 'action')])).toEqual([
    ['post', path.language()],
    ['post', path.signOut()],
  ])
  const fields = withTag(elements, 'input').map((input) => [attribute(input, 'name'), attribute(input, 'value')])
  expect(fields).toEqual([
    ['language', 'en'],
    ['returnTo', '/visits'],
  ])
  expect(withTag(elements, 'button').map(({ text }) => text)).toEqual(['English', 'Đăng xuất'])
})

test('the switch of a form belongs to the form, and the Enter key in a field still sends it', async () => {
  const elements = await elementsOf('vi', 'form')
  expect(withTag(elements, 'form').map((form) => attribute(form, 'action'))).not.toContain(path.language())
  const own = withTag(elements, 'button').filter(
    (button) => attribute(button, 'form') === 'answers' || attribute(button.parent?.parent, 'id') === 'answers',
  )
  expect(own.map((button) => [attribute(button, 'name'), attribute(button, 'value'), button.text])).toEqual([
    [undefined, undefined, 'Gửi phiếu'],
    ['language', 'en', 'English'],
    ['action', 'send', 'Gửi phiếu'],
  ])
  expect(attribute(own[1], 'formnovalidate')).toBe('')
})

test('every page names its icon', async () => {
  const icons = withTag(await elementsOf('vi', 'welcome'), 'link').filter((link) => attribute(link, 'rel') === 'icon')
  expect(icons.map((link) => attribute(link, 'href'))).toEqual(['/assets/icon.0123456789ab.svg'])
})

test('the menu shows what the person may open, and marks the page they are on', async () => {
  const context = contextFor('vi', {
    may: new Set(['progress', 'reports'] as const),
    here: path.reports(),
  })
  const page = <ReportsPage {...emptyLibrary} context={context} />
  const links = withTag(parseHtml(await render(page)), 'a').filter(({ parent }) => parent?.tag === 'nav')
  expect(links.map((link) => [attribute(link, 'href'), attribute(link, 'aria-current')])).toEqual([
    [path.progress(), undefined],
    [path.reports(), 'page'],
  ])
})

test('how far one is stands above, and what is done leads to its receipt', async () => {
  const elements = await elementsOf('vi', 'visits')
  expect(withTag(elements, 'p').map(({ text }) => text)).toContain('Đã làm 2/6 phiếu, còn 4')
  const names = withTag(elements, 'b').map(({ text }) => text)
  // What was returned comes first, then what was begun, then what was not; what is done stands apart.
  // In the other campaign what is assigned comes first, by its day.
  const units = ['5', '4', '1', '6', '2', '3', '7', '8', '9'].map((id) => `Chi bộ\u00a0${id}`)
  const { waiting, confirm } = pageMessages.vi.scoring
  expect(names).toEqual(['Trần Quốc Khánh', `${waiting(12)}; ${confirm(5)}`, ...units])
  expect(withTag(elements, 'small').map(({ text }) => text)).toContain('Quá ngày đến: 14/07/2013')
  expect(withTag(elements, 'small').map(({ text }) => text)).toContain('Đã nhận 15/07/2013 07:00 · số\u00a03F2A9C1E')
})

const visitsOf = async (state: 'open' | 'grace' | 'closed', hidden: number, isDone: boolean) => {
  const unit = { unitId: asId(UnitId, 'u'), name: 'Chi bộ', code: 'C', parentName: undefined }
  const done = { kind: 'done', at: '2013-07-15T00:00:00Z', responseId, accepted: undefined } as const
  const item = { ...unit, href: undefined, notPossible: undefined, state: isDone ? done : ({ kind: 'to-do' } as const) }
  const periods = [{ id: periodId, state, dueAt: null, items: [item] }]
  const campaigns = [{ title: { vi: 'Khảo sát' }, kind: 'inspection' as const, hidden, periods }]
  return withTag(
    parseHtml(
      await render(
        <VisitsPage
          context={contextFor('vi')}
          today={asId(Day, '2013-07-15')}
          notice={undefined}
          scoring={[]}
          campaigns={campaigns}
        />,
      ),
    ),
    'p',
  ).map(({ text }) => text)
}

test('what is left to do decides whether the state of a period matters', async () => {
  const { states, visits } = pageMessages.vi
  for (const state of ['grace', 'closed'] as const) {
    expect(await visitsOf(state, 0, false)).toContain(states[state])
    const texts = await visitsOf(state, 0, true)
    expect(texts).not.toContain(states[state])
    expect(texts).toContain(visits.allDone)
  }
  const unsure = await visitsOf('grace', 7, true)
  expect(unsure).toContain(visits.hidden(7))
  expect(unsure).toContain(states.grace)
  expect(unsure).not.toContain(visits.allDone)
})

test('older periods are links without figures', async () => {
  const elements = await elementsOf('vi', 'progress, all')
  const [details] = withTag(elements, 'details')
  expect(details?.text).toBe('Các kỳ trước (1)Kỳ năm 2012')
  // What is still loaded of the demo, and the newest period.
  const bars = withTag(elements, 'progress').map((bar) => [attribute(bar, 'value'), attribute(bar, 'max')])
  expect(bars).toEqual([
    ['120', '900'],
    ['30', '47'],
  ])
})

test('progress says what is reported, in all and by unit, and who is missing', async () => {
  const elements = await elementsOf('vi', 'progress')
  const cells = withTag(elements, 'td').map(({ text }) => text)
  expect(cells).toEqual(['1/3', '33,3\u00a0%', '0/1', '0\u00a0%', '1/4', '25,0\u00a0%', '53,6 %Chưa đạt', '60 %'])
  expect(withTag(elements, 'summary').map(({ text }) => text)).toEqual(['Chi bộ top: 2 đơn vị'])
  expect(withTag(elements, 'li').map(({ text }) => text)).toEqual(
    ['1', '2', '3'].map((id) => `Chi bộ\u00a0${id} Mã C-${id}`),
  )
})

test('progress of a campaign without units has no rate', async () => {
  const progress = { ...sampleProgress(plain), expected: 0, reported: 0, missing: [], groups: [] }
  const html = await render(
    <ProgressPage
      context={contextFor('en')}
      boardHref="/board"
      title={{ vi: 'Khảo sát' }}
      periodId={periodId}
      asOf="2013-07-15T00:00:00Z"
      progress={progress}
      indicators={[]}
      recounting={0}
    />,
  )
  expect(html).toContain('<b>–</b> 0 of 0 units have reported')
  expect(html).toContain('<h1 lang="vi">Khảo sát</h1>')
})

test('reports: newest first, a file once it is ready, a button for each period and a way to look again', async () => {
  const elements = await elementsOf('vi', 'reports')
  expect(withTag(elements, 'article').map(({ text }) => /Tải báo cáo|Đang đọc số liệu/.exec(text)?.[0])).toEqual([
    'Đang đọc số liệu',
    'Tải báo cáo',
  ])
  expect(elements.some((element) => attribute(element, 'http-equiv'))).toBe(false)
  expect(withTag(elements, 'a').map((a) => attribute(a, 'href'))).toContain(path.reports())
  const sent = withTag(elements, 'input').filter(({ parent }) => attribute(parent, 'action') === path.reports())
  expect(sent.map((input) => [attribute(input, 'name'), attribute(input, 'value')])).toEqual([
    ['plan', 'plan'],
    ['period', '2013-H1'],
  ])
})

test.each(['on-time', 'late', 'quarantined', 'withdrawn'] as const)('a receipt says in words: %s', async (standing) => {
  for (const language of languages) {
    const receipt = { id: responseId, revision: 2, contentHash: 'hash', receivedAt: '2013-07-15T00:00:00Z', standing }
    const props = formProps(language)
    const page = (
      <ReceiptPage
        {...props}
        version={props.screen.version}
        answers={new Map([['book', 'yes']])}
        raised={{ findings: [{ kind: 'finding', question: 'hours' }], score: '7.5', name: 'Phiếu 1' }}
        step={sentStep}
        decidedAt=""
        edit={undefined}
        evidenceUrl={() => '/file'}
        recordHref="/record"
        pdfHref="/record.pdf"
        receipt={receipt}
      />
    )
    const facts = withTag(parseHtml(await render(page)), 'dd').map(({ text }) => text)
    expect(facts).toContain(pageMessages[language].receipt.standings[standing])
    expect(facts).toContain(`3F2A9C1E${responseId}`)
    expect(facts).toContain('yes')
    expect(facts).toContain('Phiếu 1')
    expect(facts).toContain(language === 'vi' ? '7,5' : '7.5')
    const noted = withTag(parseHtml(await render(page)), 'li').map(({ text }) => text)
    expect(noted).toEqual([language === 'vi' ? 'Số giờ: Vấn đề phát hiện' : 'Hours: Finding'])
  }
})

test('a problem leads on to what is there, or to the list for those who have one', async () => {
  const main = async (link: ProblemPageProps['link'], visits = true) => {
    const context = contextFor('vi', {
      may: new Set([...(visits ? (['visits'] as const) : []), 'progress', 'reports', 'forms'] as const),
    })
    const page = <ProblemPage context={context} problem={problem.alreadyReported()} link={link} />
    const found = parseHtml(await render(page)).find((element) => attribute(element, 'class') === 'main')
    return [attribute(found, 'href'), found?.text]
  }
  expect(await main({ href: '/r', kind: 'receipt' })).toEqual(['/r', 'Xem phiếu đã nhận'])
  expect(await main({ href: '/l', kind: 'list' })).toEqual(['/l', 'Về danh sách phiếu'])
  expect(await main(undefined)).toEqual([path.visits(), 'Về danh sách phiếu'])
  expect(await main(undefined, false)).toEqual([path.home(), 'Về trang đầu'])
})

test('a problem leads to the sign-in where that helps, and back to the page', async () => {
  const context = contextFor('vi', { person: undefined, here: '/reports' })
  const links = async (of: Parameters<typeof ProblemPage>[0]['problem']) =>
    withTag(parseHtml(await render(<ProblemPage context={context} problem={of} />)), 'a').map((a) =>
      attribute(a, 'href'),
    )
  expect(await links(problem.notSignedIn())).toContain('/sign-in?returnTo=%2Freports')
  expect(await links(problem.signInExpired())).toContain('/sign-in')
  expect(await links(problem.reportUnknown())).not.toContain('/sign-in')
  expect(
    withId(parseHtml(await render(<ProblemPage context={context} problem={problem.pageUnknown()} />)), 'main'),
  ).toBeTruthy()
})
