// What a template holds, section under section, as one form: each thing can be opened, moved and added to, and the one that is open
// has its fields. Whatever is pressed sends what is typed with it.

import type { Child } from 'hono/jsx'
import { type LocalText, localize } from '../../../shared/language.ts'
import { templateMessages } from '../../../shared/messages/templates.ts'
import { path } from '../../../shared/paths.ts'
import { kindsFor } from '../../../shared/report/block-settings.ts'
import { mostLevels } from '../../../shared/report/edit-template.ts'
import { type Level, markerOf } from '../../../shared/report/outline.ts'
import {
  mostBlocks,
  mostSections,
  roleKinds,
  type Section,
  type TemplateBlock,
  type TemplateContent,
} from '../../../shared/report/template.ts'
import { type Entries, SelectField, TextField } from '../campaigns/fields.tsx'
import type { PageContext } from '../context.ts'
import { BlockForm, type RoleNames } from './block-form.tsx'

/** The part whose fields are shown: "settings", a section's place, or a block's. */
export type OpenPart = { readonly place: string; readonly entries: Entries }

export type Editing = {
  readonly open: OpenPart | undefined
  readonly names: RoleNames
  /** The place that has just been changed: the focus goes there. */
  readonly here: string
  /** The section that a block is to be added to. */
  readonly adding: string | undefined
}

type Props = {
  readonly context: PageContext
  readonly id: string
  readonly content: TemplateContent
  /** What it is looked at with, for the addresses. */
  readonly query: Readonly<Record<string, string>>
  /** Undefined where it is only read. */
  readonly edit: Editing | undefined
}

/** The form that all buttons of the editor belong to. */
export const stepsForm = 'steps'

export function Outline(props: Props) {
  const { context, content, edit } = props
  const m = templateMessages[context.language].editor
  const isOpen = edit?.open?.place === 'settings'
  return (
    <>
      <ol class="outline">
        <li id="part-settings" class="row-settings">
          <div class="outline-row">
            <Opener {...props} place="settings" what={m.settings}>
              <b>{m.settings}</b>
              <small>{content.roles.map(({ title }) => localize(title, context.language)).join(' · ')}</small>
            </Opener>
          </div>
          {isOpen && edit.open && <SettingsForm {...props} entries={edit.open.entries} />}
        </li>
        <Sections {...props} sections={content.sections} above={[]} numbers={[]} />
      </ol>
      {edit && content.sections.length < mostSections && (
        <p class="adds">
          <Step step="add-section ">{m.addSection}</Step>
        </p>
      )}
    </>
  )
}

type Places = { readonly above: readonly number[]; readonly numbers: readonly number[] }

function Sections({ sections, above, numbers, ...props }: Props & Places & { readonly sections: readonly Section[] }) {
  let number = 0
  return (
    <>
      {sections.map((section, at) => {
        if (!section.isUnnumbered) number += 1
        const own = [...numbers, number]
        const level = own.length as Level
        const marker = section.isUnnumbered ? '' : markerOf(level, own)
        const place = [...above, at]
        return (
          <SectionItem
            key={place.join('.')}
            {...props}
            section={section}
            marker={marker}
            place={place}
            numbers={own}
            isFirst={at === 0}
            isLast={at === sections.length - 1}
          />
        )
      })}
    </>
  )
}

type ItemProps = Props & {
  readonly section: Section
  readonly marker: string
  readonly place: readonly number[]
  readonly numbers: readonly number[]
  readonly isFirst: boolean
  readonly isLast: boolean
}

function SectionItem({ section, marker, place, numbers, isFirst, isLast, ...props }: ItemProps) {
  const { context, content, edit } = props
  const { language } = context
  const m = templateMessages[language].editor
  const title = `${marker} ${localize(section.title, language)}`.trim()
  const at = place.join('.')
  const open = edit?.open?.place === at ? edit.open : undefined
  const sections = section.sections ?? []
  const isDeepest = place.length === mostLevels
  return (
    <li id={`part-${at}`} class={`level-${place.length}`}>
      <div class="outline-row">
        <Opener {...props} place={at} what={title}>
          <b>{title}</b>
        </Opener>
        {edit && <Moves context={context} place={at} what={title} isFirst={isFirst} isLast={isLast} />}
      </div>
      {open && (
        <SectionForm
          context={context}
          entries={open.entries}
          place={place}
          isFirst={isFirst}
          query={props.query}
          id={props.id}
          isOnly={place.length === 1 && content.sections.length === 1}
        />
      )}
      <ul class="outline-blocks">
        {section.blocks.map((block, index) => (
          <BlockItem key={`${at}/${index}`} {...props} block={block} place={`${at}/${index}`} />
        ))}
        {section.blocks.length === 0 && sections.length === 0 && <li class="none">{m.emptySection}</li>}
      </ul>
      {edit?.adding === at && <Adding {...props} place={at} title={title} />}
      {edit && (
        <p class="adds">
          {section.blocks.length < mostBlocks && edit.adding !== at && (
            <a href={path.template(props.id, { ...props.query, add: at })} data-open id={`add-${at}`}>
              {m.addBlock}
            </a>
          )}
          {!isDeepest && sections.length < mostSections && <Step step={`add-section ${at}`}>{m.addBelow}</Step>}
        </p>
      )}
      {sections.length > 0 && (
        <ol class="outline">
          <Sections {...props} sections={sections} above={place} numbers={numbers} />
        </ol>
      )}
    </li>
  )
}

function BlockItem({ block, place, ...props }: Props & { readonly block: TemplateBlock; readonly place: string }) {
  const { context, content, edit } = props
  const m = templateMessages[context.language].block
  const [name] = m.names[block.block]
  const open = edit?.open?.place === place ? edit.open : undefined
  return (
    <li id={`part-${place}`}>
      <div class="outline-row">
        <Opener {...props} place={place} what={name}>
          {name}
          <small>{wordsOf(context, content, block)}</small>
        </Opener>
        {edit && <Moves context={context} place={place} what={name} isFirst={false} isLast={false} />}
      </div>
      {open && edit && (
        <div class="open-part">
          <BlockForm context={context} block={block} roles={content.roles} names={edit.names} entries={open.entries} />
          <Ends context={context} id={props.id} query={props.query} place={place}>
            <Step step={`remove ${place}`}>{templateMessages[context.language].editor.removeBlock}</Step>
          </Ends>
        </div>
      )}
    </li>
  )
}

/** A block's settings in a few words. */
function wordsOf({ language }: PageContext, { roles }: TemplateContent, block: TemplateBlock): string {
  const m = templateMessages[language].block
  const titleOf = (key: string) => {
    const title: LocalText | undefined = roles.find((role) => role.key === key)?.title
    return title ? localize(title, language) : key
  }
  const parts = [
    'text' in block ? localize(block.text, language).slice(0, 80) : '',
    'part' in block ? m.parts[block.part] : '',
    'role' in block && roles.length > 1 ? titleOf(block.role) : '',
    'as' in block ? (m.asOptions[block.as] ?? '') : '',
    'indicators' in block && block.indicators ? m.some(block.indicators.length) : '',
    'questions' in block && block.questions ? m.someQuestions(block.questions.length) : '',
    'indicator' in block ? block.indicator : '',
    'question' in block ? block.question : '',
    'classes' in block ? m.someClasses(block.classes.length) : '',
    'compare' in block && block.compare !== 'none' ? (m.compareOptions[block.compare] ?? '') : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** The name of a thing, which opens it where it can be changed. */
function Opener({
  context,
  id,
  query,
  edit,
  place,
  what,
  children,
}: Props & { readonly place: string; readonly what: string; readonly children: Child }) {
  const m = templateMessages[context.language].editor
  if (!edit) return <span class="opener">{children}</span>
  const isOpen = edit.open?.place === place
  return (
    <a
      class="opener"
      id={`open-${place}`}
      href={path.template(id, { ...query, ...(isOpen ? { here: place } : { at: place }) })}
      aria-label={m.openIt(what)}
      aria-expanded={isOpen ? 'true' : 'false'}
      data-open
      autofocus={edit.open === undefined && edit.adding === undefined && edit.here === place}
    >
      {children}
    </a>
  )
}

type MovesProps = {
  readonly context: PageContext
  readonly place: string
  readonly what: string
  readonly isFirst: boolean
  readonly isLast: boolean
}

const Moves = ({ context, place, what, isFirst, isLast }: MovesProps) => {
  const m = templateMessages[context.language].editor
  return (
    <span class="moves">
      <button
        type="submit"
        form={stepsForm}
        name="step"
        value={`up ${place}`}
        aria-label={m.up(what)}
        disabled={isFirst}
        id={`up-${place}`}
      >
        ↑
      </button>
      <button
        type="submit"
        form={stepsForm}
        name="step"
        value={`down ${place}`}
        aria-label={m.down(what)}
        disabled={isLast}
        id={`down-${place}`}
      >
        ↓
      </button>
    </span>
  )
}

const Step = ({ step, children }: { readonly step: string; readonly children: Child }) => (
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

type EndsProps = Pick<Props, 'context' | 'id' | 'query'> & { readonly place: string; readonly children?: Child }

/** What can be done with the part that is open. */
function Ends({ context, id, query, place, children }: EndsProps) {
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

type SectionFormProps = Pick<Props, 'context' | 'id' | 'query'> & {
  readonly entries: Entries
  readonly place: readonly number[]
  readonly isFirst: boolean
  readonly isOnly: boolean
}

function SectionForm({ context, id, query, entries, place, isFirst, isOnly }: SectionFormProps) {
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

function SettingsForm({ context, id, query, content, entries }: Props & { readonly entries: Entries }) {
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
function Adding({
  context,
  id,
  query,
  content,
  place,
  title,
}: Props & { readonly place: string; readonly title: string }) {
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
