// What is open in the editor of a template: the fields of a section, of the template itself, and the kinds of block to choose from.

import type { Child } from 'hono/jsx'
import { templateMessages } from '../../../shared/messages/templates.ts'
import { path } from '../../../shared/paths.ts'
import { kindsFor } from '../../../shared/report/block-settings.ts'
import { roleKinds, type TemplateContent } from '../../../shared/report/template.ts'
import { type Entries, SelectField, TextField } from '../campaigns/fields.tsx'
import type { PageContext } from '../context.ts'

/** The form that all buttons of the editor belong to. */
export const stepsForm = 'steps'

/** Where the editor is, for its addresses. */
type Place = {
  readonly context: PageContext
  readonly id: string
  readonly query: Readonly<Record<string, string>>
}

export const Step = ({ step, children }: { readonly step: string; readonly children: Child }) => (
  <button
    type="submit"
    form={stepsForm}
    name="step"
    value={step}
    class="minor"
    id={`step-${step.trim().replace(/ /g, '-')}`}
  >
    {children}
  </button>
)

type EndsProps = Place & { readonly place: string; readonly children?: Child }

/** What can be done with the part that is open. */
export function Ends({ context, id, query, place, children }: EndsProps) {
  const m = templateMessages[context.language].editor
  return (
    <p class="ends">
      <button type="submit" form={stepsForm} name="step" value="save" class="plain">
        {m.save}
      </button>
      {children}
      <a href={path.template(id, { ...query, here: place })} data-open>
        {m.close}
      </a>
    </p>
  )
}

type SectionFormProps = Place & {
  readonly entries: Entries
  readonly place: readonly number[]
  readonly isFirst: boolean
  readonly isOnly: boolean
}

export function SectionForm({ context, id, query, entries, place, isFirst, isOnly }: SectionFormProps) {
  const m = templateMessages[context.language].editor
  const at = place.join('.')
  return (
    <div class="open-part">
      <TextField
        entries={entries}
        name="titleVi"
        label={`${m.sectionTitle}: ${m.inVietnamese}`}
        hint={m.titleHint}
        maxlength={2_000}
        lang="vi"
      />
      <TextField
        entries={entries}
        name="titleEn"
        label={`${m.sectionTitle}: ${m.inEnglish}`}
        maxlength={2_000}
        lang="en"
      />
      <TextField
        entries={entries}
        name="emptyVi"
        label={`${m.empty}: ${m.inVietnamese}`}
        hint={m.emptyHint}
        maxlength={2_000}
        lang="vi"
      />
      <TextField entries={entries} name="emptyEn" label={`${m.empty}: ${m.inEnglish}`} maxlength={2_000} lang="en" />
      <label class="choice">
        <input type="checkbox" name="unnumbered" value="yes" checked={entries.fields.get('unnumbered') === 'yes'} />
        <span>{m.unnumbered}</span>
      </label>
      <Ends context={context} id={id} query={query} place={at}>
        {!isFirst && <Step step={`in ${at}`}>{m.in}</Step>}
        {place.length > 1 && <Step step={`out ${at}`}>{m.out}</Step>}
        {!isOnly && <Step step={`remove ${at}`}>{m.removeSection}</Step>}
      </Ends>
    </div>
  )
}

export function SettingsForm({
  context,
  id,
  query,
  content,
  entries,
}: Place & { readonly content: TemplateContent; readonly entries: Entries }) {
  const m = templateMessages[context.language].editor
  const kinds = [
    { value: '', label: m.anyKind },
    ...roleKinds.map((value) => ({ value, label: m.kinds[value] ?? value })),
  ]
  return (
    <div class="open-part">
      <TextField entries={entries} name="nameVi" label={`${m.name}: ${m.inVietnamese}`} maxlength={2_000} lang="vi" />
      <TextField entries={entries} name="nameEn" label={`${m.name}: ${m.inEnglish}`} maxlength={2_000} lang="en" />
      <h3>{m.roles}</h3>
      <p class="hint">{m.rolesHint}</p>
      {content.roles.map(({ key }) => (
        <fieldset key={key} class="q">
          <legend>{m.role(key)}</legend>
          <TextField
            entries={entries}
            name={`role.${key}.vi`}
            label={`${m.roleTitle}: ${m.inVietnamese}`}
            maxlength={2_000}
            lang="vi"
          />
          <TextField
            entries={entries}
            name={`role.${key}.en`}
            label={`${m.roleTitle}: ${m.inEnglish}`}
            maxlength={2_000}
            lang="en"
          />
          <SelectField entries={entries} name={`role.${key}.kind`} label={m.roleKind} options={kinds} />
          {content.roles.length > 1 && <Step step={`remove-role ${key}`}>{m.removeRole}</Step>}
        </fieldset>
      ))}
      <Ends context={context} id={id} query={query} place="settings">
        <Step step="add-role">{m.addRole}</Step>
      </Ends>
    </div>
  )
}

/** Each kind of block with what it writes; pressed, it is there, and open. */
export function Adding({
  context,
  id,
  query,
  content,
  place,
  title,
}: Place & { readonly content: TemplateContent; readonly place: string; readonly title: string }) {
  const t = templateMessages[context.language]
  return (
    <section class="open-part adding" aria-labelledby="adding">
      <h3 id="adding" tabindex={-1} autofocus>
        {t.editor.chooseBlock(title)}
      </h3>
      <ul class="kinds">
        {kindsFor(content).map((kind) => {
          const [name, what] = t.block.names[kind]
          return (
            <li key={kind}>
              <button type="submit" form={stepsForm} name="step" value={`add ${place} ${kind}`}>
                <b>{name}</b>
                <small>{what}</small>
              </button>
            </li>
          )
        })}
      </ul>
      <p class="ends">
        <a href={path.template(id, { ...query, here: place })} data-open>
          {t.editor.close}
        </a>
      </p>
    </section>
  )
}
