// The settings of a block, each by a field that fits it: names come from the campaign that is looked at.

import { type LocalText, localize } from '../../../shared/language.ts'
import { templateMessages } from '../../../shared/messages/templates.ts'
import { classFields, classRows, type Setting, settingsOf } from '../../../shared/report/block-settings.ts'
import type { TemplateBlock, TemplateRole } from '../../../shared/report/template.ts'
import { AreaField, Choices, type Entries, Fault, type Option, SelectField } from '../campaigns/fields.tsx'
import type { PageContext } from '../context.ts'

type Named = readonly (readonly [id: string, label: string])[]
/** What blocks can name, by role; nothing for a role without a campaign. */
export type RoleNames = ReadonlyMap<
  string,
  {
    readonly indicators: Named
    /** Those whose choices are counted, and open ones. */
    readonly questions: Named
    readonly open: Named
    readonly repeats: Named
  }
>

type Props = {
  readonly context: PageContext
  readonly block: TemplateBlock
  readonly roles: readonly TemplateRole[]
  readonly names: RoleNames
  readonly entries: Entries
}

export function BlockForm(props: Props) {
  const { context, block } = props
  const m = templateMessages[context.language].block
  const [, what] = m.names[block.block]
  return (
    <>
      <p class="hint">{what}</p>
      {settingsOf[block.block].map((setting) => (
        <SettingField key={setting.is} {...props} setting={setting} />
      ))}
    </>
  )
}

type FieldProps = Props & { readonly setting: Setting }

function SettingField(props: FieldProps) {
  const { context, roles, entries, setting } = props
  const { language } = context
  const m = templateMessages[language].block
  const roleOptions = roles.map(({ key, title }) => ({ value: key, label: localize(title as LocalText, language) }))
  switch (setting.is) {
    case 'role':
      // Of one there is nothing to choose.
      return roles.length === 1 ? (
        <input type="hidden" name="role" value={roles[0]?.key} />
      ) : (
        <SelectField entries={entries} name="role" label={m.role} options={roleOptions} />
      )
    case 'roles':
      return <Choices entries={entries} name="roles" label={m.roles} many options={roleOptions} />
    case 'as':
      return <Choices entries={entries} name="as" label={m.as} options={optionsOf(setting.options, m.asOptions)} />
    case 'compare':
      return (
        <SelectField
          entries={entries}
          name="compare"
          label={m.compare}
          options={optionsOf(setting.options, m.compareOptions)}
        />
      )
    case 'part':
      return <SelectField entries={entries} name="part" label={m.part} options={optionsOf(setting.options, m.parts)} />
    case 'text':
      return <TextFields context={context} entries={entries} />
    case 'classes':
      return <Classes context={context} entries={entries} />
    default:
      return <NamedField {...props} is={setting.is} />
  }
}

const optionsOf = (options: readonly string[], labels: Readonly<Record<string, string>>): Option[] =>
  options.map((value) => ({ value, label: labels[value] ?? value }))

type NamedSetting = 'indicators' | 'indicator' | 'questions' | 'question'

/** What of the campaign a setting can name: open questions where words are collated, others where answers are counted. */
function namesOf({ block, names, entries }: Props, is: NamedSetting): Named {
  const own = names.get(entries.fields.get('role') ?? ('role' in block ? block.role : ''))
  if (!own) return []
  if (is === 'indicators' || is === 'indicator') return own.indicators
  if (block.block === 'repeat-table') return own.repeats
  return block.block === 'free-text' || block.block === 'survey-texts' ? own.open : own.questions
}

function NamedField({ is, ...props }: FieldProps & { readonly is: NamedSetting }) {
  const { context, entries } = props
  const t = templateMessages[context.language]
  const m = t.block
  const there = namesOf(props, is)
  const known = new Set(there.map(([id]) => id))
  // What is chosen and not in this campaign stays chosen: another campaign may have it.
  const others = entries.fields.getAll(is).filter((id) => id !== '' && !known.has(id))
  const options = [
    ...there.map(([value, label]) => ({ value, label })),
    ...others.map((value) => ({ value, label: t.editor.hidden(value) })),
  ]
  const hint = options.length === 0 ? m.noCampaign : undefined
  if (is === 'indicator' || is === 'question')
    return <SelectField entries={entries} name={is} label={m[is]} hint={hint} options={options} />
  return (
    <Choices
      entries={entries}
      name={is}
      label={m[is]}
      hint={hint ?? (is === 'indicators' ? m.indicatorsHint : m.questionsHint)}
      many
      options={options}
    />
  )
}

function TextFields({ context, entries }: Pick<Props, 'context' | 'entries'>) {
  const t = templateMessages[context.language]
  return (
    <>
      <AreaField
        entries={entries}
        name="textVi"
        label={`${t.block.text}: ${t.editor.inVietnamese}`}
        rows={4}
        maxlength={2_000}
        lang="vi"
      />
      <AreaField
        entries={entries}
        name="textEn"
        label={`${t.block.text}: ${t.editor.inEnglish}`}
        rows={3}
        maxlength={2_000}
        lang="en"
      />
    </>
  )
}

/** A line more than there are, up to as many as there may be. */
function Classes({ context, entries }: Pick<Props, 'context' | 'entries'>) {
  const t = templateMessages[context.language]
  const m = t.block
  const fieldsAt = Array.from({ length: classRows }, (_, at) => ({ at, own: classFields(at) }))
  const isFilled = ({ own }: (typeof fieldsAt)[number]) =>
    [own.vi, own.en, own.from].some((name) => (entries.fields.get(name) ?? '') !== '')
  const last = fieldsAt.findLast(isFilled)?.at ?? 1
  return (
    <fieldset class={entries.faults.has('class0Vi') ? 'q bad classes' : 'q classes'}>
      <legend>{m.classes}</legend>
      <p class="hint">
        {m.classesHint} {m.classFromHint}
      </p>
      <Fault name="class0Vi" text={entries.faults.get('class0Vi')} />
      {fieldsAt.slice(0, Math.min(classRows, last + 2)).map(({ at, own }) => (
        <div key={at} class="class-line">
          <Cell entries={entries} name={own.vi} label={`${m.className(at + 1)}: ${t.editor.inVietnamese}`} lang="vi" />
          <Cell entries={entries} name={own.en} label={t.editor.inEnglish} lang="en" />
          <Cell entries={entries} name={own.from} label={m.classFrom} />
        </div>
      ))}
    </fieldset>
  )
}

type CellProps = { readonly entries: Entries; readonly name: string; readonly label: string; readonly lang?: string }
const Cell = ({ entries, name, label, lang }: CellProps) => (
  <p>
    <label for={name}>{label}</label>
    <input
      id={name}
      name={name}
      value={entries.fields.get(name) ?? ''}
      maxlength={lang ? 2_000 : 30}
      lang={lang}
      inputmode={lang ? undefined : 'decimal'}
      autocomplete="off"
    />
  </p>
)
