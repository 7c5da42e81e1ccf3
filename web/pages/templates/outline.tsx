// What a template holds, section under section, as one form: each thing can be opened, moved and added to, and the one that is open
// has its fields. Whatever is pressed sends what is typed with it.

import type { Child } from 'hono/jsx'
import { type LocalText, localize } from '../../../shared/language.ts'
import { templateMessages } from '../../../shared/messages/templates.ts'
import { path } from '../../../shared/paths.ts'
import { mostLevels, placeText, sectionAt, sectionPlaces } from '../../../shared/report/edit-template.ts'
import { type Level, markerOf } from '../../../shared/report/outline.ts'
import {
  mostBlocks,
  mostSections,
  type Section,
  type TemplateBlock,
  type TemplateContent,
} from '../../../shared/report/template.ts'
import type { Entries } from '../campaigns/fields.tsx'
import type { PageContext } from '../context.ts'
import { BlockForm, type RoleNames } from './block-form.tsx'
import { Adding, Ends, SectionForm, SettingsForm, Step, stepsForm } from './part-forms.tsx'

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
        {section.blocks
          .map((block, index) => ({ block, place: `${at}/${index}` }))
          .map((one) => (
            <BlockItem key={one.place} {...props} {...one} />
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
        {edit && <Moves context={context} place={place} what={name} {...endsIn(content, place)} />}
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

/** Whether a block is the first or the last of the whole template. */
function endsIn({ sections }: TemplateContent, place: string): Pick<MovesProps, 'isFirst' | 'isLast'> {
  const places = sectionPlaces(sections).map(placeText)
  const [section = '', block] = place.split('/')
  const last = sectionAt({ sections }, section.split('.').map(Number))?.blocks.length ?? 0
  return {
    isFirst: block === '0' && places[0] === section,
    isLast: Number(block) === last - 1 && places.at(-1) === section,
  }
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
        class="up"
      />
      <button
        type="submit"
        form={stepsForm}
        name="step"
        value={`down ${place}`}
        aria-label={m.down(what)}
        disabled={isLast}
        id={`down-${place}`}
        class="down"
      />
    </span>
  )
}
