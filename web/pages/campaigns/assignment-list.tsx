// The units of the board of assignments, to be ticked, with what is done with them below.

import { formatDay } from '../../../shared/messages/day.ts'
import { path } from '../../../shared/paths.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { type AssigneeOption, type AssignmentsPageProps, type BoardLine, queryOf, textsOf } from './assignments.tsx'
import { SelectField, TextField } from './fields.tsx'

export function AssignmentList(props: AssignmentsPageProps) {
  const { context, campaign, period, query, pages, lines } = props
  const t = textsOf(context)
  return (
    <form id="assign" method="post" action={path.assignments(campaign.id, period, queryOf(query))} novalidate>
      {grouped(lines).map(({ parent, lines: some }) => (
        <fieldset key={parent} class="group">
          <legend>{parent && unitName(parent)}</legend>
          <ul class="ticks">
            {some.map((line) => (
              <Line key={line.id} context={context} line={line} />
            ))}
          </ul>
        </fieldset>
      ))}
      {pages > 1 && (
        <p class="send">
          {query.page > 1 && (
            <a href={path.assignments(campaign.id, period, queryOf(query, { page: query.page - 1 }))}>{t.previous}</a>
          )}
          <span>{t.page(query.page, pages)}</span>
          {query.page < pages && (
            <a href={path.assignments(campaign.id, period, queryOf(query, { page: query.page + 1 }))}>{t.next}</a>
          )}
        </p>
      )}
      <Controls {...props} />
    </form>
  )
}

/** Lines that follow each other under one parent. */
function grouped(lines: readonly BoardLine[]) {
  const groups: { parent: string; lines: BoardLine[] }[] = []
  for (const line of lines) {
    const parent = line.parentName ?? ''
    const last = groups.at(-1)
    if (last?.parent === parent) last.lines.push(line)
    else groups.push({ parent, lines: [line] })
  }
  return groups
}

function Line({ context, line }: { readonly context: PageContext; readonly line: BoardLine }) {
  const t = textsOf(context)
  const { id, code, name, who, on, lacksRole, version, isChosen } = line
  return (
    <li class={who === undefined ? 'nobody' : undefined} data-unit={id}>
      <label class="choice">
        <input type="checkbox" name="unit" value={`${id} ${version}`} checked={isChosen} />
        <span>
          {unitName(name)}
          <small class="note-line">
            {code} ·{' '}
            {who === undefined ? (
              <b class="short">{t.unassigned}</b>
            ) : (
              [who, on && t.dayOf(formatDay(on, context.language))].filter(Boolean).join(', ')
            )}
            {lacksRole && <b class="short">{` – ${t.noRole}`}</b>}
          </small>
        </span>
      </label>
    </li>
  )
}

function Controls({ context, teams, people, entries, openShown }: AssignmentsPageProps) {
  const t = textsOf(context)
  const optionsOf = (some: readonly AssigneeOption[]) => some.map(({ value, name }) => ({ value, label: name }))
  return (
    <div class="controls">
      <SelectField
        entries={entries}
        name="to"
        label={t.to}
        empty={t.chooseOne}
        options={[
          { group: t.groups.teams, options: optionsOf(teams) },
          { group: t.groups.people, options: optionsOf(people) },
        ]}
      />
      <TextField entries={entries} name="day" label={t.day} optional={t.optional} type="date" />
      <p class="send">
        <button type="submit" class="main" name="action" value="assign">
          {t.assign}
        </button>
        {openShown > 0 && (
          <button type="submit" class="minor" name="action" value="assign-open">
            {t.assignOpen(openShown)}
          </button>
        )}
        <button type="submit" class="plain" name="action" value="clear">
          {t.clear}
        </button>
      </p>
    </div>
  )
}
