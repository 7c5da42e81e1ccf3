// One published version of a form: when and by whom, its warnings, its workbook to download, and the campaigns that ask it or
// could move to it.

import type { FormFamily, PublishedVersion } from '../../shared/form/family.ts'
import type { FormPicture } from '../../shared/form/pictures.ts'
import type { CampaignId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { deskMessages } from '../../shared/messages/desk.ts'
import { formatMoment } from '../../shared/messages/number.ts'
import { path } from '../../shared/paths.ts'
import { type Issues, Warnings } from '../parts/issue-table.tsx'
import { langOf } from '../parts/texts.ts'
import type { PageContext } from './context.ts'
import { Layout } from './layout.tsx'

export type FormVersionPageProps = {
  readonly context: PageContext
  readonly deskStyle: string
  readonly family: FormFamily
  readonly version: PublishedVersion
  readonly title: LocalText
  /** Undefined for what came with the system. */
  readonly publishedBy: string | undefined
  readonly languages: readonly string[]
  readonly questions: number
  readonly warnings: Issues
  /** The CSV files that lie beside the workbook, by name. */
  readonly files: readonly string[]
  /** The pictures that lie beside it. */
  readonly pictures: readonly FormPicture[]
  /** The cells of the workbook and the files beside it, to be looked at and tried. */
  readonly book: string
  readonly campaigns: readonly {
    readonly id: CampaignId
    readonly title: LocalText
    readonly version: number
    /** Whether the visitor may move it to this version. */
    readonly isMovable: boolean
  }[]
}

export function FormVersionPage(props: FormVersionPageProps) {
  const { context, title, version, family, warnings } = props
  const m = deskMessages[context.language]
  const { language } = context
  return (
    <Layout
      context={context}
      title={`${localize(title, language)}: ${m.version(version.version, version.name)}`}
      moreStyle={path.asset(props.deskStyle)}
    >
      <section class="slip">
        <h1 lang={langOf(title, language)}>{localize(title, language)}</h1>
        <p class="unit">{m.version(version.version, version.name)}</p>
        <Facts {...props} />
        <p class="send">
          <a class="main" href={path.formWorkbook(family.formId, version.version)}>
            {m.downloadWorkbook}
          </a>
          {props.files.map((file) => (
            <a key={file} href={path.formFile(family.formId, version.version, file)}>
              {m.downloadFile(file)}
            </a>
          ))}
          {props.pictures.map(({ name, sha256 }) => (
            <a key={name} href={path.formPicture(family.formId, sha256)} download={name}>
              {m.downloadFile(name)}
            </a>
          ))}
          <a href={path.formJson(family.formId, version.version)}>{m.downloadJson}</a>
          <a href={path.blankForm(family.formId, version.version)}>{m.blank}</a>
        </p>
        <form class="make" method="post" action={path.formPreview()} enctype="multipart/form-data">
          <input type="hidden" name="book" value={props.book} />
          <input type="hidden" name="fileName" value={`${family.formId}.xlsx`} />
          <button type="submit">{m.lookAndTry}</button>
        </form>
      </section>
      {warnings.total > 0 && (
        <section class="slip">
          <Warnings context={context} {...warnings} />
        </section>
      )}
      <Campaigns {...props} />
      <Versions {...props} />
    </Layout>
  )
}

function Facts({ context, family, version, publishedBy, languages, questions }: FormVersionPageProps) {
  const m = deskMessages[context.language]
  const named = languages.filter((one) => one !== '')
  return (
    <dl>
      <dt>{m.formId}</dt>
      <dd>
        <code>{family.formId}</code>
      </dd>
      <dt>{m.publishedAt}</dt>
      <dd>{m.publishedBy(formatMoment(version.publishedAt, context.language, context.timeZone), publishedBy)}</dd>
      <dt>{m.languages}</dt>
      <dd>{named.length > 0 ? named.join(', ') : m.oneLanguage}</dd>
      <dt>{m.questions}</dt>
      <dd>{m.count(questions)}</dd>
      <dt>{m.hash}</dt>
      <dd>
        <small>
          <code>{version.contentHash}</code>
        </small>
      </dd>
    </dl>
  )
}

function Campaigns({ context, family, version, campaigns }: FormVersionPageProps) {
  const m = deskMessages[context.language]
  const { language } = context
  return (
    <section class="slip">
      <h2>{m.campaigns}</h2>
      {campaigns.length === 0 && <p>{m.notAsked}</p>}
      {campaigns.map((campaign) => (
        <article key={campaign.id} class="part">
          <h3 lang={langOf(campaign.title, language)}>{localize(campaign.title, language)}</h3>
          {campaign.version === version.version ? (
            <p class="meta">{m.asksThis}</p>
          ) : (
            <>
              <p class="meta">{m.asksOther(campaign.version)}</p>
              {campaign.isMovable ? (
                <p>
                  <a class="main" href={path.rehearsal(family.formId, version.version, campaign.id)}>
                    {m.rehearse(version.version)}
                  </a>
                </p>
              ) : (
                <p class="meta">{m.notMovable}</p>
              )}
            </>
          )}
        </article>
      ))}
    </section>
  )
}

function Versions({ context, family, version }: FormVersionPageProps) {
  const m = deskMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.versions}</h2>
      <ul class="rows">
        {family.versions.toReversed().map((one) => (
          <li key={one.version}>
            <a
              href={path.formVersion(family.formId, one.version)}
              aria-current={one.version === version.version ? 'page' : undefined}
            >
              <b>{m.version(one.version, one.name)}</b>
              <small>{formatMoment(one.publishedAt, context.language, context.timeZone)}</small>
            </a>
          </li>
        ))}
      </ul>
      <p class="meta">
        <a href={path.forms()}>{m.backToForms}</a>
      </p>
    </section>
  )
}
