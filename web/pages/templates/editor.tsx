// A template and the report that it makes, side by side; on a narrow screen one below the other.

import { type LocalText, localize } from '../../../shared/language.ts'
import { templateMessages } from '../../../shared/messages/templates.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { TemplateContent } from '../../../shared/report/template.ts'
import { FaultList, type FieldFaults } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { type Editing, Outline } from './outline.tsx'
import { stepsForm } from './part-forms.tsx'
import { type LookProps, Preview, type Shown } from './preview.tsx'

type Standing = {
  /** The version in force; 0: none. */
  readonly published: number
  readonly isDrafted: boolean
  readonly canUndo: boolean
  /** What a change replaces. */
  readonly version: number
}

export type EditorProps = {
  readonly context: PageContext
  readonly id: string
  readonly content: TemplateContent
  readonly look: LookProps
  /** The look, as an address says it. */
  readonly query: Readonly<Record<string, string>>
  readonly shown: Shown
  /** Undefined for a template that comes with the program. */
  readonly standing: Standing | undefined
  /** The version that is looked at, where it isn't the newest. */
  readonly old: number | undefined
  /** The unit in whose care it is. */
  readonly care: string | undefined
  readonly uses: { readonly names: readonly string[]; readonly others: number }
  /** Undefined where it is only read. */
  readonly edit: Editing | undefined
  readonly problem: Problem | undefined
  readonly faults: FieldFaults
  readonly done: 'published' | undefined
}

export function EditorPage(props: EditorProps) {
  const { context, id, content, look, query, shown, edit, problem, faults, old } = props
  const { language } = context
  const m = templateMessages[language].editor
  const name = localize(content.name as LocalText, language)
  const kept = {
    ...(old === undefined ? {} : { version: String(old) }),
    ...(edit?.open ? { at: edit.open.place } : {}),
  }
  return (
    <Layout
      context={context}
      title={name}
      faulty={problem !== undefined}
      moreStyle={['report.css', 'report-desk.css', 'templates.css'].map(context.assetUrl)}
      scripts={edit ? [context.assetUrl('templates.js')] : []}
      {...(edit ? { typedIn: stepsForm } : {})}
      isWide
    >
      <p class="meta">
        <a href={path.templates()}>{templateMessages[language].back}</a>
      </p>
      <p id="news" class="unseen" role="status" data-failed={templateMessages[language].preview.failed} />
      <div id="work" data-preview={path.templatePreview(id)}>
        {problem && (
          <ProblemPanel context={context} problem={problem}>
            {faults.size > 0 && <FaultList faults={faults} />}
          </ProblemPanel>
        )}
        <h1 lang={langOf(content.name, language)}>{name}</h1>
        <Head {...props} />
        <nav class="tabs to-parts" aria-label={m.parts}>
          <a href="#template">{m.toEditor}</a>
          <a href="#preview">{m.toPreview}</a>
        </nav>
        <div class="side">
          <section class="slip template-pane" id="template" aria-labelledby="template-title">
            <h2 id="template-title">{m.content}</h2>
            {edit ? (
              <form id={stepsForm} method="post" action={path.template(id, query)} novalidate data-steps>
                <input type="hidden" name="version" value={String(props.standing?.version ?? 0)} />
                <input type="hidden" name="open" value={edit.open?.place ?? ''} />
                <Outline context={context} id={id} content={content} query={query} edit={edit} />
              </form>
            ) : (
              <Outline context={context} id={id} content={content} query={query} edit={edit} />
            )}
          </section>
          <Preview context={context} id={id} look={look} shown={shown} kept={kept} />
        </div>
      </div>
    </Layout>
  )
}

/** How far it is, who follows it, and what can be done with all of it. */
function Head({ context, id, query, standing, old, care, uses, edit, done }: EditorProps) {
  const t = templateMessages[context.language]
  const m = t.editor
  const isShipped = standing === undefined
  return (
    <div class="template-head">
      <p class="meta">
        {standing && (
          <b>
            {standing.published === 0 ? t.standing.unpublished : t.standing.version(standing.published)}
            {standing.published > 0 && standing.isDrafted && `, ${t.standing.drafted}`}
            {' · '}
          </b>
        )}
        {care !== undefined && `${t.care(care)} · `}
        {t.uses(uses.names, uses.others)}
      </p>
      {done && standing && (
        <div class="panel calm" role="status">
          <p>{m.published(standing.published)}</p>
        </div>
      )}
      {old !== undefined && <p class="state">{m.oldVersion(old)}</p>}
      {old === undefined && isShipped && <p class="state">{m.readOnly}</p>}
      {old === undefined && !isShipped && !edit && <p class="state">{m.readOnlyOther(care ?? '')}</p>}
      {edit && standing && <Tools context={context} id={id} query={query} standing={standing} />}
      <p class="template-ways">
        {context.may.has('campaigns') && <a href={path.newTemplate({ from: 'template', template: id })}>{t.copy}</a>}
        <a href={path.templateFile(id)}>{t.export}</a>
        {edit && <a href={path.templateDeletion(id)}>{t.remove}</a>}
      </p>
    </div>
  )
}

type ToolsProps = Pick<EditorProps, 'context' | 'id' | 'query'> & { readonly standing: Standing }

function Tools({ context, id, query, standing }: ToolsProps) {
  const m = templateMessages[context.language].editor
  const { isDrafted, canUndo, published, version } = standing
  return (
    <div class="template-tools">
      <form method="post" action={`${path.templatePublication(id)}?${new URLSearchParams(query)}`}>
        <input type="hidden" name="version" value={String(version)} />
        <button type="submit" class="plain" disabled={!isDrafted}>
          {m.publish}
        </button>
      </form>
      <button type="submit" form={stepsForm} name="step" value="undo" class="minor" disabled={!canUndo} id="step-undo">
        {m.undo}
      </button>
      {isDrafted && published > 0 && (
        <button type="submit" form={stepsForm} name="step" value="discard" class="minor" id="step-discard">
          {m.discard}
        </button>
      )}
      <p class="hint">{isDrafted ? m.publishHint : m.unchanged}</p>
    </div>
  )
}
