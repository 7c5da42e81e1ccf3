// Random forms and random edits, both read from a tape of numbers: for property tests. A shorter tape, or smaller numbers on
// it, makes a simpler form.

import type { Draft } from './draft.ts'
import type { DraftNode } from './draft-node.ts'
import { type Entered, nothingEntered } from './entered.ts'
import { faultOf, isList, namesIn } from './fault.ts'
import { isAsked, keyOf } from './program.ts'
import { isInconsistent } from './rules.ts'

export class Tape {
  private readonly numbers: readonly number[]
  private at = 0
  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }
  /** A whole number from 0 to below the limit; 0 behind the end of the tape. */
  next(limit: number): number {
    return (this.numbers[this.at++] ?? 0) % limit
  }
  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.next(items.length)] ?? items[0]
  }
  get isAtEnd(): boolean {
    return this.at >= this.numbers.length
  }
}

const columns = [
  'type',
  'name',
  'label',
  'relevant',
  'required',
  'read_only',
  'constraint',
  'calculation',
  'choice_filter',
  'repeat_count',
  'default',
  'trigger',
  'parameters',
  'consistency',
] as const
type Row = Partial<Record<(typeof columns)[number], string>>

type Known = {
  readonly name: string
  readonly kind: 'number' | 'text' | 'choice' | 'repeat'
  readonly inRepeat: boolean
}

class FormMaker {
  readonly rows: Row[] = []
  readonly known: Known[] = []
  private readonly tape: Tape
  private names = 0
  constructor(tape: Tape) {
    this.tape = tape
  }

  private name(): string {
    return `q${this.names++}`
  }

  private some(...kinds: readonly Known['kind'][]): string | undefined {
    const fitting = this.known.filter(({ kind }) => kinds.includes(kind))
    return fitting.length > 0 ? fitting[this.tape.next(fitting.length)]?.name : undefined
  }

  private number(inRepeat: boolean, depth = 2): string {
    const name = this.some('number') ?? this.some('text', 'choice')
    if (name === undefined || depth === 0) return String(this.tape.next(5))
    const inner = (): string => this.number(inRepeat, depth - 1)
    return this.tape.pick<() => string>([
      () => `\${${name}}`,
      () => `\${${name}} + ${inner()}`,
      () => `${inner()} * 2 - \${${name}}`,
      () => `sum(\${${name}})`,
      () => `count(\${${this.some('repeat') ?? name}})`,
      () => `round(\${${name}} div 3, 1)`,
      () => `if(${this.truth(inRepeat, 1)}, ${inner()}, ${inner()})`,
      () => (inRepeat ? 'position(..)' : `max(\${${name}})`),
      () => `string-length(\${${this.some('text', 'choice') ?? name}})`,
      () => `count-selected(\${${this.some('choice') ?? name}})`,
      () => `int(number(\${${name}}))`,
    ])()
  }

  private text(inRepeat: boolean): string {
    const name = this.some('text', 'choice', 'number')
    if (name === undefined) return "'x'"
    return this.tape.pick<() => string>([
      () => `concat(\${${name}}, '-', ${this.number(inRepeat, 1)})`,
      () => `coalesce(\${${name}}, 'none')`,
      () => `join(' ', \${${name}})`,
      () => `substr(\${${name}}, 0, 2)`,
      () => `once(\${${name}})`,
      () => `if(\${${name}} = '', '', random())`,
      () => `jr:choice-name(\${${this.some('choice') ?? name}}, '\${${this.some('choice') ?? name}}')`,
      () => `format-date(date('2024-02-29'), '%Y-%m') `,
    ])()
  }

  private truth(inRepeat: boolean, depth = 2): string {
    const name = this.some('number', 'choice', 'text', 'repeat')
    if (name === undefined || depth === 0) return this.tape.pick(['true()', '1 = 2'])
    return this.tape.pick<() => string>([
      () => `\${${name}} != ''`,
      () => `${this.number(inRepeat, 1)} > ${this.tape.next(4)}`,
      () => `selected(\${${this.some('choice') ?? name}}, '${this.tape.pick(['a', 'b', 'c'])}')`,
      () => `not(${this.truth(inRepeat, depth - 1)})`,
      () => `${this.truth(inRepeat, depth - 1)} and ${this.truth(inRepeat, depth - 1)}`,
      () => `${this.truth(inRepeat, depth - 1)} or ${this.truth(inRepeat, depth - 1)}`,
      () => `regex(\${${this.some('text') ?? name}}, '^[a-c1-9]')`,
    ])()
  }

  private add(row: Row, known?: Known): void {
    this.rows.push(row)
    if (known) this.known.push(known)
  }

  /** What any question may have besides. */
  private extras(inRepeat: boolean): Row {
    const { tape } = this
    return {
      ...(tape.next(3) === 1 ? { relevant: this.truth(inRepeat) } : {}),
      ...(tape.next(4) === 1 ? { required: tape.pick(['yes', this.truth(inRepeat)]) } : {}),
      ...(tape.next(9) === 1 ? { read_only: this.truth(inRepeat, 1) } : {}),
      ...(tape.next(9) === 1 ? { consistency: this.truth(inRepeat) } : {}),
    }
  }

  question(inRepeat: boolean): void {
    const { tape } = this
    const name = this.name()
    const base = { name, label: name, ...this.extras(inRepeat) }
    const constraint = tape.next(3) === 1 ? { constraint: `. != '3' and ${this.truth(inRepeat, 1)}` } : {}
    const as = (kind: Known['kind']): Known => ({ name, kind, inRepeat })
    const source = this.some('choice', 'text')
    const far = this.known.find(({ inRepeat: isFar, kind }) => isFar && kind === 'text')
    tape.pick([
      () =>
        this.add(
          { ...base, ...constraint, type: 'integer', ...(tape.next(4) === 1 ? { default: '2' } : {}) },
          as('number'),
        ),
      () => this.add({ ...base, ...constraint, type: 'text' }, as('text')),
      () => this.add({ ...base, ...constraint, type: 'select_one c' }, as('choice')),
      () => this.add({ ...base, ...constraint, type: 'decimal', default: this.number(inRepeat, 1) }, as('number')),
      () => this.add({ ...base, ...constraint, type: 'select_multiple c' }, as('choice')),
      () =>
        this.add(
          { ...base, type: 'select_one d', ...(source ? { choice_filter: `up = \${${source}}` } : {}) },
          as('choice'),
        ),
      () => this.add({ name, type: 'calculate', calculation: this.number(inRepeat) }, as('number')),
      () => this.add({ name, type: 'calculate', calculation: this.text(inRepeat) }, as('text')),
      () =>
        this.add(
          {
            ...base,
            type: 'text',
            calculation: this.text(inRepeat),
            ...(source ? { trigger: `\${${source}}` } : {}),
          },
          as('text'),
        ),
      () => this.add({ ...base, type: far && !inRepeat ? `select_one \${${far.name}}` : 'select_one c' }, as('choice')),
      () => this.add({ ...base, type: 'date', ...(tape.next(2) ? { default: 'today()' } : {}) }, as('text')),
      () => this.add({ ...base, type: 'rank c' }, as('choice')),
      () => this.add({ ...base, ...constraint, type: 'range', parameters: 'start=0 end=9 step=1' }, as('number')),
    ])()
  }

  all(most: number, depth: number, inRepeat: boolean): void {
    const { tape } = this
    const count = 1 + tape.next(most)
    for (let at = 0; at < count && this.names < 24; at++) {
      const kind = depth === 0 ? 0 : tape.next(8)
      if (kind === 6) {
        const name = this.name()
        this.add({
          type: 'begin group',
          name,
          label: name,
          ...(tape.next(2) ? { relevant: this.truth(inRepeat) } : {}),
        })
        this.all(4, depth - 1, inRepeat)
        this.add({ type: 'end group' })
      } else if (kind === 7) {
        const name = this.name()
        const count = tape.next(3) === 1 ? this.some('number') : undefined
        this.add({
          type: 'begin repeat',
          name,
          label: name,
          ...(count ? { repeat_count: `\${${count}}` } : {}),
          ...(tape.next(3) === 1 ? { relevant: this.truth(inRepeat) } : {}),
        })
        this.all(4, depth - 1, true)
        this.add({ type: 'end repeat' })
        this.known.push({ name, kind: 'repeat', inRepeat })
      } else this.question(inRepeat)
    }
  }
}

/** Sheets that importText takes. What they hold may still be refused, such as a cycle. */
export function randomSheets(tape: Tape): Readonly<Record<string, string>> {
  const maker = new FormMaker(tape)
  maker.all(12, 3, false)
  const line = (row: Row) => columns.map((column) => row[column] ?? '').join(' | ')
  return {
    survey: [columns.join(' | '), ...maker.rows.map(line)].join('\n'),
    choices: `
      list_name | name | label | up
      c | a | A |
      c | b | B |
      c | c | C |
      d | a1 | A 1 | a
      d | a2 | A 2 | a
      d | b1 | B 1 | b
      d | n | N | none`,
  }
}

const values = ['', 'a', 'b', 'c', '1', '3', '7', 'a b', 'a1', 'b1', 'b a c', '2.5', '2024-05-06', 'ă']

/** One edit of a person, the same on every draft: an answer, a round that comes, a round that goes. Answers what it was. */
export function randomEdit(tape: Tape, drafts: readonly Draft[]): string {
  const [first] = drafts
  if (!first) return ''
  const asked = first.nodes.flat().filter((node) => isAsked(first.item(node)?.type ?? 'group'))
  const repeats = first.program.items.flatMap(({ type, count }, index) =>
    type === 'repeat' && count === undefined ? index : [],
  )
  const kind = tape.next(8)
  const place = asked[tape.next(Math.max(1, asked.length))]?.place
  const value = tape.pick(values as [string, ...string[]])
  const repeat = repeats[tape.next(Math.max(1, repeats.length))]
  const round = tape.next(4)
  if (kind >= 6 && repeat !== undefined) {
    for (const draft of drafts) {
      const parent = draft.program.items[repeat]?.parent
      const parents = parent === undefined ? [draft.root] : (draft.nodes[parent] ?? [])
      const within = parents[round % Math.max(1, parents.length)]
      if (!within) continue
      const there = within.rounds.get(repeat)?.[round]
      if (kind === 6) draft.rounds?.add(within, repeat)
      else if (there) draft.rounds?.remove(there)
    }
    return `${kind === 6 ? 'add to' : 'remove from'} item ${repeat}, ${round}`
  }
  const answer = answerAt(drafts.at(-1) ?? first, place, value, tape.next(100))
  for (const draft of drafts) {
    const node = draft.nodes.flat().find((one) => one.place === place)
    if (node) draft.set(node, answer)
  }
  return `${place} = ${answer}`
}

/** What a page lets one answer there: of a list its choices as they are now, and now and then what is none. */
function answerAt(draft: Draft, place: string | undefined, value: string, pick: number): string {
  const node = draft.nodes.flat().find((one) => one.place === place)
  const item = node && draft.item(node)
  if (!node || !item?.list) return value
  const names = draft.choicesOf(node).map(({ name }) => name)
  if (draft.hasChangingChoices(node)) return pick % 4 === 0 ? value : (names[pick % Math.max(1, names.length)] ?? value)
  const chosen = [...new Set(namesIn(value))].filter((name) => names.includes(name))
  return isList(item) ? chosen.join(' ') : (chosen[0] ?? '')
}

/** A count may ask for a thousand rounds: comparing those after each edit would take longer than it tells. */
export const isSmall = (draft: Draft): boolean => draft.nodes.flat().length < 300

/** Everything a draft holds, relevant or not, as it would be entered again. */
export function enteredFrom(draft: Draft): Entered {
  const read = (node: DraftNode, into: Entered): Entered => {
    for (const one of node.all) {
      const item = draft.item(one)
      if (!item) continue
      if (item.type === 'repeat') {
        const rounds = into.rounds.get(keyOf(item)) ?? []
        into.rounds.set(keyOf(item), [...rounds, read(one, nothingEntered())])
      } else if (item.type === 'group') read(one, into)
      else into.values.set(keyOf(item), one.value)
    }
    return into
  }
  return read(draft.root, nothingEntered())
}

/** What people see of a draft, in its order; places left out, because tags of rounds may differ. */
export function seenOf(draft: Draft): readonly unknown[] {
  const see = (node: DraftNode): unknown[] =>
    node.all.flatMap((one) => {
      const item = draft.item(one)
      if (!item) return []
      const isList = item.filter !== undefined || item.list?.includes('${') === true
      return [
        [
          item.name,
          ...(one.relevant ? [] : ['hidden']),
          ...(one.required ? ['required'] : []),
          ...(one.readOnly ? ['read-only'] : []),
          one.value,
          faultOf(draft, one)?.code,
          ...(isInconsistent(draft, one) ? ['inconsistent'] : []),
          ...(isList && one.isRelevant ? draft.choicesOf(one).map(({ name }) => name) : []),
          ...(item.type === 'rank' ? namesIn(one.value) : []),
          ...see(one),
        ],
      ]
    })
  return see(draft.root)
}
