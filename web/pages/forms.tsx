// The forms of an organisation: what there is, which campaigns ask it, and the way to import another.

import type { FormId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { deskMessages } from '../../shared/messages/desk.ts'
import { formatMoment } from '../../shared/messages/number.ts'
import { path } from '../../shared/paths.ts'
import { langOf } from '../parts/texts.ts'
import { UploadForm } from '../parts/upload-form.tsx'
import type { PageContext } from './context.ts'
import { Layout } from './layout.tsx'

export type FormLine = {
  readonly formId: FormId
  readonly title: LocalText
  readonly version: number
  /** What its author calls the version; '' without a name. */
  readonly versionName: string
  readonly publishedAt: string
  /** Undefined for what came with the system. */
  readonly publishedBy: string | undefined
  readonly campaigns: readonly { readonly title: LocalText; readonly version: number }[]
}
export type FormsPageProps = {
  readonly context: PageContext
  readonly deskStyle: string
  readonly forms: readonly FormLine[]
  readonly limitBytes: number
}

export function FormsPage({ context, deskStyle, forms, limitBytes }: FormsPageProps) {
  const m = deskMessages[context.language]
  return (
    <Layout
      context={context}
      title={m.title}
      moreStyle={path.asset(deskStyle)}
      scripts={[context.assetUrl('sending.js')]}
    >
      <h1>{m.title}</h1>
      <section class="slip">
        <h2>{m.published}</h2>
        {forms.length === 0 && <p>{m.none}</p>}
        {forms.map((form) => (
          <Form key={form.formId} context={context} form={form} />
        ))}
      </section>
      <section class="slip">
        <h2>{m.import}</h2>
        <p class="meta">{m.importHint}</p>
        <UploadForm context={context} limitBytes={limitBytes} />
      </section>
    </Layout>
  )
}

function Form({ context, form }: { readonly context: PageContext; readonly form: FormLine }) {
  const m = deskMessages[context.language]
  const { language, timeZone } = context
  const moment = formatMoment(form.publishedAt, language, timeZone)
  return (
    <article class="part">
      <h3 lang={langOf(form.title, language)}>
        <a href={path.formVersion(form.formId, form.version)}>{localize(form.title, language)}</a>
      </h3>
      <p class="unit">{m.version(form.version, form.versionName)}</p>
      <p class="meta">
        {m.formId} <code>{form.formId}</code> · {m.publishedBy(moment, form.publishedBy)}
      </p>
      {form.campaigns.length === 0 ? (
        <p class="meta">{m.notAsked}</p>
      ) : (
        <>
          <p class="meta">{m.askedBy}</p>
          <ul class="uses">
            {form.campaigns.map(({ title, version }) => (
              <li key={localize(title, language)}>
                <span lang={langOf(title, language)}>{localize(title, language)}</span>
                {version !== form.version && <small> ({m.versionNumber(version)})</small>}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}
