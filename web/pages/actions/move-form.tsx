// What can be done with an action, a form for each.

import { mostFiles } from '../../../shared/action/action.ts'
import { type ActionEntry, type EntryFault, emptyEntry, ownerRoles } from '../../../shared/action/entry.ts'
import { type MoveName, moves } from '../../../shared/action/lifecycle.ts'
import { acceptOf } from '../../../shared/evidence/kinds.ts'
import { largestUpload } from '../../../shared/evidence/parts.ts'
import { actionMessages } from '../../../shared/messages/actions.ts'
import { sendingMessages } from '../../../shared/messages/sending.ts'
import { path } from '../../../shared/paths.ts'
import { limitOf } from '../../parts/file-line.tsx'
import type { PageContext } from '../context.ts'
import { faultText, type ShownAction } from './shown.ts'

export type OwnerOption = { readonly value: string; readonly name: string }
type Tried = { readonly entry: ActionEntry; readonly faults: readonly EntryFault[] }

type Props = {
  readonly context: PageContext
  readonly shown: ShownAction
  readonly move: MoveName
  readonly owners: readonly OwnerOption[]
  readonly tried: Tried | undefined
  /** What one most likely came for stands open. */
  readonly isFirst: boolean
}

export function MoveForm(props: Props) {
  const { context, shown, move, tried, isFirst } = props
  const m = actionMessages[context.language]
  return (
    <section class="part move">
      <details open={isFirst || tried !== undefined}>
        <summary>
          <h2>{m.moves[move]}</h2>
        </summary>
        <p class="meta">{m.moveHints[move]}</p>
        <form
          method="post"
          action={path.actionMove(shown.action, move)}
          enctype={move === 'done' ? 'multipart/form-data' : undefined}
          data-working={move === 'done' ? sendingMessages[context.language].reading : undefined}
        >
          <input type="hidden" name="version" value={String(shown.version)} />
          {move === 'assign' && (
            <AssignFields
              context={context}
              prefix={`${move}-`}
              owners={props.owners}
              tried={tried}
              due={shown.action.dueOn ?? ''}
            />
          )}
          <WordsField context={context} move={move} tried={tried} />
          {move === 'done' && <FilesField context={context} tried={tried} />}
          <p class="send">
            <button type="submit" class={isFirst ? 'main' : 'plain'}>
              {m.moves[move]}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}

type FieldProps = { readonly context: PageContext; readonly tried: Tried | undefined }

/** A field's fault above it, and what ties the two together. */
function faultOf({ context, tried }: FieldProps, id: string, fault: EntryFault, hint?: string) {
  const isBad = tried?.faults.includes(fault) ?? false
  const described = [hint, isBad ? `${id}-fault` : undefined].filter(Boolean).join(' ')
  return {
    isBad,
    attributes: { 'aria-invalid': isBad ? 'true' : undefined, 'aria-describedby': described || undefined } as const,
    text: isBad && (
      <p class="fault" id={`${id}-fault`}>
        {faultText(fault, context.language)}.
      </p>
    ),
  }
}

function WordsField(props: FieldProps & { readonly move: MoveName }) {
  const { context, move, tried } = props
  const m = actionMessages[context.language].fields
  const isRequired = moves[move].words === 'required'
  const id = `${move}-words`
  const { isBad, attributes, text } = faultOf(props, id, 'words')
  return (
    <div class={isBad ? 'q bad' : 'q'}>
      <label for={id}>
        {move === 'done' ? m.words : isRequired ? m.reason : m.remark}
        {!isRequired && <small> {m.optional}</small>}
      </label>
      {text}
      <textarea id={id} name="words" rows={3} required={isRequired} {...attributes}>
        {tried?.entry.words ?? ''}
      </textarea>
    </div>
  )
}

function FilesField(props: FieldProps) {
  const m = actionMessages[props.context.language].fields
  const { isBad, attributes, text } = faultOf(props, 'done-files', 'files', 'done-files-hint')
  return (
    <div class={isBad ? 'q bad' : 'q'}>
      <label for="done-files">
        {m.files}
        <small> {m.optional}</small>
      </label>
      <p class="hint" id="done-files-hint">
        {m.filesHint(mostFiles, largestUpload / 1_024 / 1_024)}
      </p>
      {text}
      <input
        type="file"
        id="done-files"
        name="files"
        multiple
        accept={acceptOf('file')}
        {...limitOf(props.context, largestUpload)}
        {...attributes}
      />
    </div>
  )
}

type AssignProps = FieldProps & {
  /** What the ids of the fields begin with. */
  readonly prefix: string
  readonly owners: readonly OwnerOption[]
  /** The day that holds now; '' for none. */
  readonly due: string
}

/** Who sees to it and by when; also for many at once. */
export function AssignFields(props: AssignProps) {
  const { context, prefix, owners, tried, due } = props
  const all = actionMessages[context.language]
  const m = all.fields
  const entry = tried?.entry ?? { ...emptyEntry, due }
  const owner = faultOf(props, `${prefix}owner`, 'owner')
  const nothing = faultOf(props, `${prefix}owner`, 'nothing')
  const day = faultOf(props, `${prefix}due`, tried?.faults.includes('past') ? 'past' : 'due')
  const isBad = owner.isBad || nothing.isBad
  return (
    <div class="pair assign">
      <div class={isBad ? 'q bad' : 'q'}>
        <label for={`${prefix}owner`}>{m.owner}</label>
        {owner.text || nothing.text}
        <select id={`${prefix}owner`} name="owner" {...(nothing.isBad ? nothing : owner).attributes}>
          <Option value="" chosen={entry.owner} text={m.keep} />
          <Option value="none" chosen={entry.owner} text={m.nobody} />
          <optgroup label={m.roles}>
            {ownerRoles.map((role) => (
              <Option key={role} value={`role:${role}`} chosen={entry.owner} text={all.ownerRoles[role]} />
            ))}
          </optgroup>
          {owners.length > 0 && (
            <optgroup label={m.people}>
              {owners.map(({ value, name }) => (
                <Option key={value} value={value} chosen={entry.owner} text={name} />
              ))}
            </optgroup>
          )}
        </select>
      </div>
      <div class={day.isBad ? 'q bad' : 'q'}>
        <label for={`${prefix}due`}>{m.due}</label>
        {day.text}
        <input
          type={tried?.faults.includes('due') ? 'text' : 'date'}
          id={`${prefix}due`}
          name="due"
          value={entry.due}
          {...day.attributes}
        />
      </div>
    </div>
  )
}

const Option = ({ value, chosen, text }: { value: string; chosen: string; text: string }) => (
  <option value={value} selected={value === chosen}>
    {text}
  </option>
)
