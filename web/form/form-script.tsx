// What the form script begins with: the program of the form, words for what can be wrong, and the files that it needs. The
// policy of our pages forbids inline scripts; these are data, and the script is a file.

import { raw } from 'hono/html'
import { pageProgram } from '../../shared/form/compile.ts'
import { formItems } from '../../shared/form/form.ts'
import { isPaged } from '../../shared/form/pages.ts'
import { partsOf } from '../../shared/form/parts.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { describeFault } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import { words } from './appearance.ts'
import { hasFurtherLanguages } from './form-language.tsx'
import type { FormScreen } from './screen.ts'

/** Names of the form's files, as the build called them. */
export type FormFiles = {
  readonly formStyle: string
  readonly script: string
  readonly parts: Readonly<Record<string, string>>
}

type Props = { readonly screen: FormScreen; readonly files: FormFiles; readonly timeZone: string }

/** Codes whose words are always needed, and those that come with a type. */
function textsFor({ ui, draft }: FormScreen, parts: readonly string[]): Record<string, string> {
  const m = pageMessages[ui]
  const types = new Set(draft.program.items.map(({ type }) => type))
  const fault = (
    code:
      | 'answer.required'
      | 'answer.constraint'
      | 'answer.not-integer'
      | 'answer.not-decimal'
      | 'answer.not-date'
      | 'answer.not-time'
      | 'answer.not-date-time'
      | 'answer.not-place'
      | 'answer.bad-character',
  ) => ({
    [code]: describeFault({ question: '', code }, ui),
  })
  return {
    error: m.error,
    faults: m.form.faults,
    ...fault('answer.required'),
    ...fault('answer.constraint'),
    ...(types.has('integer') || types.has('range') ? fault('answer.not-integer') : {}),
    ...(types.has('decimal') || types.has('range') ? fault('answer.not-decimal') : {}),
    ...(parts.includes('moment')
      ? { ...fault('answer.not-date'), ...fault('answer.not-time'), ...fault('answer.not-date-time') }
      : {}),
    ...(parts.includes('place') ? { ...fault('answer.not-place'), noPlace: m.form.noPlace } : {}),
    ...(parts.includes('search') ? { search: m.form.search } : {}),
    ...(parts.includes('pages') ? { next: m.form.next, send: m.form.submit } : {}),
    ...(parts.includes('evidence')
      ? {
          sending: m.form.sending,
          sent: m.form.sent,
          notSent: m.form.notSent,
          waits: m.form.waits,
          pad: m.form.pad,
          clear: m.form.clear,
          keep: m.form.keep,
        }
      : {}),
  }
}

/** `<` never stands in the data as it is, so that nothing in it can end the element. */
const dataText = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const addressesOf = ({ parts }: FormFiles, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (parts[name] ? [[name, path.asset(parts[name])]] : [])))

/** What nobody is asked, of the types that the form has. */
function aboutFor({ program, settings }: FormScreen['draft']): Record<string, string> | undefined {
  const types = new Set<string>(program.items.map(({ type }) => type))
  const known = Object.entries(settings.about ?? {}).filter(([type]) => types.has(type))
  return known.length > 0 ? Object.fromEntries(known) : undefined
}

export function FormScript({ screen, files, timeZone }: Props) {
  const { draft, version } = screen
  const program = pageProgram(draft.program)
  const hasSearch = formItems(version.form).some(
    ({ source }) => words(source).has('search') || words(source).has('autocomplete'),
  )
  const parts = [...partsOf(program, hasSearch), ...(screen.page ? ['pages'] : [])]
  const addresses = Object.values(addressesOf(files, parts))
  const data = {
    program,
    now: draft.settings.now,
    timeZone,
    offset: draft.settings.zone(draft.settings.now),
    locale: screen.ui,
    id: draft.settings.id,
    about: aboutFor(draft),
    lastSaved: draft.settings.lastSaved,
    parts: addresses,
    files: parts.includes('evidence') ? addressesOf(files, ['signature']) : {},
    texts: textsFor(screen, parts),
  }
  return (
    <>
      <script type="application/json" id="program">
        {raw(dataText(data))}
      </script>
      {addresses.map((address) => (
        <link key={address} rel="modulepreload" href={address} />
      ))}
      <script type="module" src={path.asset(files.script)} />
    </>
  )
}

const simple: ReadonlySet<string> = new Set([
  'note',
  'text',
  'integer',
  'decimal',
  'select_one',
  'date',
  'time',
  'dateTime',
  'group',
])
const plain: ReadonlySet<string> = new Set(['multiline', 'numbers', 'minimal', 'field-list'])

/** The stylesheet for what only some forms have; undefined for a form that has nothing of it. */
export function moreStyle({ version }: FormScreen, { formStyle }: FormFiles): string | undefined {
  const { form } = version
  const isPlain = formItems(form).every(
    ({ source, type }) =>
      (simple.has(type) || (type === 'calculate' && !source.label)) &&
      !source.media &&
      !source.consistency &&
      [...words(source)].every((word) => plain.has(word)),
  )
  return isPlain &&
    !hasFurtherLanguages(version) &&
    !isPaged(form) &&
    !form.lists.some(({ choices }) => choices.some(({ media }) => media))
    ? undefined
    : path.asset(formStyle)
}
