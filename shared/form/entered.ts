// What was entered into a form, by place: how pages, drafts and programs hand answers to a Draft. A place is the key of a
// question, behind the rounds of the repeats around it: "household[2]/age".

/** Texts by key, and the rounds of each repeat. */
export type Entered = {
  readonly values: Map<string, string>
  readonly rounds: Map<string, Entered[]>
}

export const nothingEntered = (): Entered => ({ values: new Map(), rounds: new Map() })

/** More rounds than this of one repeat are not read: nobody fills them in, and a page would not hold them. */
export const mostRounds = 1_000

const round = /^([^[\]]+)\[([^[\]]{1,12})\](?:\/|$)/

/**
 * Reads pairs of place and text. Rounds come in the order in which they are first named, whatever their tags; "repeat[1]"
 * alone, with any text, says that the round is there. A place that stands twice is a list of choices.
 */
export function readEntered(fields: Iterable<readonly [place: string, text: string]>): Entered {
  const top = nothingEntered()
  const tags = new Map<Entered, Map<string, Entered>>()
  for (const [place, text] of fields) {
    let at: Entered | undefined = top
    let rest = place
    for (let found = round.exec(rest); found && at; found = round.exec(rest)) {
      const [whole, key = '', tag = ''] = found
      rest = rest.slice(whole.length)
      at = roundOf(at, key, tag, tags)
    }
    if (!at || rest === '') continue
    const before = at.values.get(rest)
    at.values.set(rest, before === undefined || before === '' ? text : text === '' ? before : `${before} ${text}`)
  }
  return top
}

function roundOf(
  within: Entered,
  key: string,
  tag: string,
  tags: Map<Entered, Map<string, Entered>>,
): Entered | undefined {
  const known = tags.get(within) ?? new Map<string, Entered>()
  tags.set(within, known)
  const name = `${key}[${tag}]`
  const there = known.get(name)
  if (there) return there
  const rounds = within.rounds.get(key) ?? []
  within.rounds.set(key, rounds)
  if (rounds.length >= mostRounds) return undefined
  const made = nothingEntered()
  rounds.push(made)
  known.set(name, made)
  return made
}
