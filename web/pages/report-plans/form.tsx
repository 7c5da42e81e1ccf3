// A plan as a form: what its reports are made of, for whom, when, and how they look.

import { type LocalText, localize } from '../../../shared/language.ts'
import { reportPlansMessages } from '../../../shared/messages/report-plans.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { plannedPeriods } from '../../../shared/report/plan.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import { Choices, type Entries, SelectField, TextField } from '../campaigns/fields.tsx'
import { type ChangedField, ChangedFields, FaultLinks, Notice } from '../campaigns/notices.tsx'
import { FrameFields } from '../campaigns/report-frame.tsx'
import { campaignTexts } from '../campaigns/step.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { ScheduleFields } from '../schedule-fields.tsx'
import { Dates, type PlanDates } from './dates.tsx'

export type TemplateChoice = {
  readonly id: string
  readonly name: LocalText
  readonly roles: readonly {
    /** The name of its field. */
    readonly field: string
    readonly title: LocalText
    /** The kind of campaign that it takes, in words; undefined for any. */
    readonly kind: string | undefined
    readonly campaigns: readonly { readonly id: string; readonly label: string }[]
  }[]
}

export type PlanFormProps = {
  readonly context: PageContext
  /** Undefined for a new plan. */
  readonly title: LocalText | undefined
  readonly entries: Entries
  readonly action: string
  /** Where the fields are sent to see the dates that they come to. */
  readonly lookAction: string
  readonly leaveHref: string
  /** What travels with the form. */
  readonly hidden: Readonly<Record<string, string>>
  readonly templates: readonly TemplateChoice[]
  readonly unit: UnitEntry
  readonly dates: PlanDates | undefined
  /** What somebody else changed since the page was opened. */
  readonly changes: readonly ChangedField[]
  readonly problem: Problem | undefined
}

export function PlanFormPage(props: PlanFormProps) {
  const { context, title, entries, action, lookAction, leaveHref, hidden, dates, changes, problem } = props
  const m = campaignTexts(context)
  const t = reportPlansMessages[context.language]
  const heading = title ? t.form.editTitle : t.form.newTitle
  return (
    <Layout
      context={context}
      title={title ? `${heading}: ${localize(title, context.language)}` : heading}
      faulty={entries.faults.size > 0 || problem !== undefined}
      moreStyle={['campaigns.css', 'report-list.css', 'unit-field.css'].map(context.assetUrl)}
      scripts={[context.assetUrl('unit-field.js')]}
    >
      {entries.faults.size > 0 && (
        <Notice title={m.faulty(entries.faults.size)} text={m.faultyHint}>
          <FaultLinks faults={entries.faults} names={namesOf(props)} />
        </Notice>
      )}
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          <ChangedFields changes={changes} words={m} />
          <p>{m.yoursBelow}</p>
        </ProblemPanel>
      )}
      <div class="slip">
        <h1>{heading}</h1>
        <form class="entry" method="post" action={action} novalidate>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Content {...props} />
          <About {...props} />
          <section>
            <h2>{t.form.parts.dates}</h2>
            <SelectField
              entries={entries}
              name="every"
              label={t.form.every}
              hint={t.form.everyHint}
              options={plannedPeriods.map((value) => ({ value, label: t.every[value] }))}
            />
            <ScheduleFields entries={entries} language={context.language} />
            <p class="meta">{m.step.periods.zone(context.timeZone)}</p>
            {dates && <Dates context={context} dates={dates} />}
          </section>
          <section>
            <h2>{t.form.parts.frame}</h2>
            <FrameFields context={context} entries={entries} />
          </section>
          <p class="send">
            <button type="submit" class="main">
              {title ? t.form.save : t.form.saveNew}
            </button>
            <button type="submit" class="minor" formaction={`${lookAction}#dates`}>
              {t.form.look}
            </button>
            <a href={leaveHref}>{t.form.leave}</a>
          </p>
        </form>
      </div>
      <p class="meta">
        <a href={path.reportPlans()}>{t.list.all}</a>
      </p>
    </Layout>
  )
}

/** What each field is called in the list of faults. */
function namesOf({ context, templates }: PlanFormProps): Readonly<Record<string, string>> {
  const { language } = context
  return {
    ...campaignTexts(context).step.fields,
    ...reportPlansMessages[language].fields,
    ...Object.fromEntries(
      templates.flatMap(({ roles }) => roles.map(({ field, title }) => [field, localize(title, language)])),
    ),
  }
}

function Content({ context, entries, templates }: PlanFormProps) {
  const { language } = context
  const t = reportPlansMessages[language].form
  const optional = campaignTexts(context).optional
  return (
    <section>
      <h2>{t.parts.content}</h2>
      <TextField entries={entries} name="titleVi" label={t.titleVi} hint={t.titleHint} maxlength={200} lang="vi" />
      <TextField entries={entries} name="titleEn" label={t.titleEn} optional={optional} maxlength={200} lang="en" />
      <Choices
        entries={entries}
        name="template"
        label={t.template}
        hint={t.templateHint}
        options={templates.map(({ id, name, roles }) => ({
          value: id,
          label: localize(name, language),
          inside: (
            <>
              {roles.map((role) => (
                <Role key={role.field} context={context} entries={entries} role={role} />
              ))}
            </>
          ),
        }))}
      />
    </section>
  )
}

type RoleProps = Pick<PlanFormProps, 'context' | 'entries'> & { readonly role: TemplateChoice['roles'][number] }

function Role({ context, entries, role }: RoleProps) {
  const t = reportPlansMessages[context.language].form
  const { field, title, kind, campaigns } = role
  return (
    <SelectField
      entries={entries}
      name={field}
      label={localize(title, context.language)}
      hint={campaigns.length === 0 ? t.noCampaign(kind) : t.roleHint(kind)}
      empty={t.chooseCampaign}
      options={campaigns.map(({ id, label }) => ({ value: id, label }))}
    />
  )
}

function About({ context, entries, unit }: PlanFormProps) {
  const t = reportPlansMessages[context.language]
  return (
    <section>
      <h2>{t.form.parts.about}</h2>
      <UnitField
        context={context}
        name="unit"
        label={t.form.unit}
        hint={t.form.unitHint}
        action="report.make"
        entry={unit}
        isRequired
        fault={entries.faults.get('unit')}
      />
      <Choices
        entries={entries}
        name="scope"
        label={t.form.scope}
        options={(['whole', 'children'] as const).map((value) => ({
          value,
          label: t.scopes[value],
          note: t.form.scopeNotes[value],
        }))}
      />
    </section>
  )
}
