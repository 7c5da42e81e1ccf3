// The tree of a form on its page: questions, groups within groups, and repeats with their rounds.

import type { Child } from 'hono/jsx'
import type { DraftNode } from '../../shared/form/draft-node.ts'
import { isAsked } from '../../shared/form/program.ts'
import type { XlsNode, XlsQuestion, XlsSection } from '../../shared/xlsform/form.ts'
import { words } from './appearance.ts'
import { fieldName } from './field-names.ts'
import { Hints, Label } from './label.tsx'
import { Question } from './question.tsx'
import { type FormScreen, itemOf, labelOf, langOf, messagesOf } from './screen.ts'
import { TableList } from './table-list.tsx'

type Within = { readonly screen: FormScreen; readonly parent: DraftNode; readonly depth: number }

const headings = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const

/** Everything directly within a node, or of it the items asked for. */
export function Items({ screen, parent, depth, only }: Within & { readonly only?: readonly number[] }) {
  const { draft } = screen
  return (
    <>
      {draft.itemsWithin(parent).map((index) => {
        if (only && !only.includes(index)) return null
        if (draft.program.items[index]?.type === 'repeat')
          return <Repeat key={index} screen={screen} parent={parent} depth={depth} index={index} />
        const [node] = draft.within(parent, index)
        const source = node && itemOf(screen, node)?.source
        return node && source ? (
          <Item key={node.place} screen={screen} node={node} source={source} depth={depth} />
        ) : null
      })}
    </>
  )
}

type Of<Source> = {
  readonly screen: FormScreen
  readonly node: DraftNode
  readonly source: Source
  readonly depth: number
}

function Item({ screen, node, source, depth }: Of<XlsNode>) {
  if ('questions' in source) return <Group screen={screen} node={node} source={source} depth={depth} />
  const isShown = isAsked(source.type) || source.type === 'note'
  // A calculation with nothing to read is worked out, not shown.
  if (!isShown || (source.calculation && !source.label && !source.hint)) return null
  return <Question screen={screen} node={node} question={source} />
}

function Heading({ screen, node, source, depth, id }: Of<XlsSection> & { readonly id: string }) {
  const Tag = headings[Math.min(depth, 6) as keyof typeof headings]
  if (!source.label && !source.media) return null
  return (
    <>
      <Tag id={id} lang={langOf(screen, source.label)}>
        <Label screen={screen} node={node} source={source} />
      </Tag>
      <Hints screen={screen} node={node} source={source} />
    </>
  )
}

/** Groups within groups get the next smaller heading. */
function Group({ screen, node, source, depth }: Of<XlsSection>) {
  const id = `g-${node.place}`
  const hasHeading = source.label !== undefined || source.media !== undefined
  return (
    <section
      class={depth === 2 && hasHeading ? 'part' : undefined}
      aria-labelledby={hasHeading ? id : undefined}
      data-place={node.place}
      hidden={!node.relevant}
    >
      <Heading screen={screen} node={node} source={source} depth={depth} id={id} />
      <Grouped screen={screen} node={node} source={source} depth={depth} />
    </section>
  )
}

function Grouped({ screen, node, source, depth }: Of<XlsSection>): Child {
  const inner = depth + (source.label ? 1 : 0)
  const table = tableIn(screen, node, source)
  if (!table) return <Items screen={screen} parent={node} depth={inner} />
  const { heads, rows } = table
  const taken = new Set([...heads, ...rows].map((row) => row.node.item))
  const last = rows.at(-1)?.node.item ?? 0
  const others = screen.draft.itemsWithin(node).filter((index) => !taken.has(index))
  return (
    <>
      <Items screen={screen} parent={node} depth={inner} only={others.filter((index) => index < last)} />
      {heads.map(({ node: head, question }) => (
        <div key={head.place} class="q">
          <p lang={langOf(screen, question.label)}>
            <Label screen={screen} node={head} source={question} />
          </p>
        </div>
      ))}
      <TableList screen={screen} rows={rows} />
      <Items screen={screen} parent={node} depth={inner} only={others.filter((index) => index > last)} />
    </>
  )
}

type Selects = readonly { readonly node: DraftNode; readonly question: XlsQuestion }[]

/**
 * The select questions of a table-list group, or those of any group that stand without the labels of their choices
 * (list-nolabel) below one that has nothing else (label). Questions between them stand above the table.
 */
function tableIn(
  screen: FormScreen,
  node: DraftNode,
  source: XlsSection,
): { heads: Selects; rows: Selects } | undefined {
  const selects: Selects = node.all.flatMap((one) => {
    const question = itemOf(screen, one)?.source
    return question && !('questions' in question) && /^select_/.test(question.type) ? [{ node: one, question }] : []
  })
  const having = (word: string) => selects.filter(({ question }) => words(question).has(word))
  const heads = having('label').filter((head) => !head.node.required)
  if (words(source).has('table-list')) return { heads, rows: selects.filter((row) => !heads.includes(row)) }
  const rows = having('list-nolabel')
  return new Set(rows.map(({ question }) => question.list)).size === 1 ? { heads, rows } : undefined
}

function Repeat({ screen, parent, depth, index }: Within & { readonly index: number }) {
  const { draft } = screen
  const rounds = draft.within(parent, index)
  const place = draft.rounds?.place(parent, index) ?? ''
  const nesting = (place.match(/\[/g) ?? []).length
  const template = draft.rounds?.template(parent, index, `*${nesting}`)
  const isCounted = draft.program.items[index]?.count !== undefined
  return (
    <div class="repeat" data-repeat={index} hidden={draft.rounds?.isRelevant(parent, index) === false}>
      {rounds.map((round, at) => (
        <Round key={round.place} screen={screen} node={round} depth={depth} number={at + 1} canGo={!isCounted} />
      ))}
      {template && (
        <template>
          <Round screen={screen} node={template} depth={depth} number={undefined} canGo={!isCounted} />
        </template>
      )}
      {!isCounted && (
        <button type="submit" class="minor" name="action" value={`add ${place}`}>
          {messagesOf(screen).add(template ? labelOf(screen, template) : place)}
        </button>
      )}
    </div>
  )
}

type RoundProps = {
  readonly screen: FormScreen
  readonly node: DraftNode
  readonly depth: number
  readonly number: number | undefined
  readonly canGo: boolean
}

function Round({ screen, node, depth, number, canGo }: RoundProps) {
  const source = itemOf(screen, node)?.source
  if (!source || !('questions' in source)) return null
  const id = `g-${node.place}`
  const Tag = headings[Math.min(depth, 6) as keyof typeof headings]
  return (
    <section class="round" aria-labelledby={id} data-place={node.place} hidden={!node.relevant}>
      <Tag id={id} tabindex={-1} autofocus={screen.focus === node.place} lang={langOf(screen, source.label)}>
        <Label screen={screen} node={node} source={source} /> <span data-number>{number ?? ''}</span>
      </Tag>
      <Hints screen={screen} node={node} source={source} />
      <input type="hidden" name={fieldName(node.place)} value="" />
      <Grouped screen={screen} node={node} source={source} depth={depth + 1} />
      {canGo && (
        <button type="submit" class="minor" name="action" value={`remove ${node.place}`}>
          {messagesOf(screen).remove} <span class="sr">{labelOf(screen, node)}</span>
        </button>
      )}
    </section>
  )
}
