// The templates that reports can follow: the organisation's own, then those that come with the program.

import { type LocalText, localize } from '../../../shared/language.ts'
import { templateMessages } from '../../../shared/messages/templates.ts'
import { path } from '../../../shared/paths.ts'
import type { BlockKind } from '../../../shared/report/block-settings.ts'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type TemplateLine = {
  readonly id: string
  readonly name: LocalText
  /** The titles of its sources of figures. */
  readonly roles: readonly LocalText[]
  /** What it shows, each kind of block once. */
  readonly kinds: readonly BlockKind[]
  readonly uses: { readonly names: readonly string[]; readonly others: number }
  /** Undefined for one that comes with the program. */
  readonly own:
    | { readonly published: number; readonly isDrafted: boolean; readonly care: string; readonly mayChange: boolean }
    | undefined
}

export type TemplatesPageProps = {
  readonly context: PageContext
  readonly own: readonly TemplateLine[]
  readonly shipped: readonly TemplateLine[]
  readonly mayMake: boolean
}

export function TemplatesPage({ context, own, shipped, mayMake }: TemplatesPageProps) {
  const m = templateMessages[context.language]
  return (
    <Layout context={context} title={m.title} moreStyle={context.assetUrl('templates.css')}>
      <h1>{m.title}</h1>
      <p class="meta">{m.lead}</p>
      <section class="slip" aria-labelledby="own">
        <h2 id="own">{m.own}</h2>
        {own.length === 0 && (
          <>
            <p class="lead">{m.noneOwn}</p>
            <p>{mayMake ? m.noneOwnNext : m.noneOwnReader}</p>
          </>
        )}
        <Lines context={context} lines={own} mayMake={mayMake} />
        {mayMake && (
          <p class="send">
            <a class="main" href={path.newTemplate()}>
              {m.add}
            </a>
          </p>
        )}
      </section>
      <section class="slip" aria-labelledby="shipped">
        <h2 id="shipped">{m.shipped}</h2>
        <p class="meta">{m.shippedLead}</p>
        <Lines context={context} lines={shipped} mayMake={mayMake} />
      </section>
      <p class="meta">
        <a href={path.reports()}>{m.toReports}</a>
      </p>
    </Layout>
  )
}

type LinesProps = { readonly context: PageContext; readonly lines: readonly TemplateLine[]; readonly mayMake: boolean }

const Lines = ({ context, lines, mayMake }: LinesProps) => (
  <>
    {lines.map((line) => (
      <Line key={line.id} context={context} line={line} mayMake={mayMake} />
    ))}
  </>
)

function Line({ context, line, mayMake }: { context: PageContext; line: TemplateLine; mayMake: boolean }) {
  const { language } = context
  const m = templateMessages[language]
  const { id, name, roles, kinds, uses, own } = line
  const called = localize(name, language)
  return (
    <article class="part template-line">
      <h3 lang={langOf(name, language)}>
        <a href={path.template(id)}>{called}</a>
      </h3>
      {own && (
        <p class="meta">
          <b>
            {own.published === 0 ? m.standing.unpublished : m.standing.version(own.published)}
            {own.published > 0 && own.isDrafted && `, ${m.standing.drafted}`}
          </b>
          {` · ${m.care(own.care)}`}
        </p>
      )}
      <p>{m.sources(roles.map((role) => localize(role, language)).join('; '))}</p>
      <p class="meta">{m.shows(kinds.map((kind) => m.block.names[kind][0]).join(', '))}</p>
      <p class="meta">{m.uses(uses.names, uses.others)}</p>
      <p class="template-ways">
        <a href={path.template(id)}>
          {own?.mayChange ? m.edit : m.look}
          <span class="unseen">: {called}</span>
        </a>
        {mayMake && (
          <a href={path.newTemplate({ from: 'template', template: id })}>
            {m.copy}
            <span class="unseen">: {called}</span>
          </a>
        )}
        <a href={path.templateFile(id)}>
          {m.export}
          <span class="unseen">: {called}</span>
        </a>
      </p>
    </article>
  )
}
