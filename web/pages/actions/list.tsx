// What units must put right: a list to narrow down, to read, and to give out from.

import type { ActionEntry, EntryFault } from '../../../shared/action/entry.ts'
import { type ActionFilter, filterQuery, isNarrowed } from '../../../shared/action/filter.ts'
import { isPossible } from '../../../shared/action/lifecycle.ts'
import { localize } from '../../../shared/language.ts'
import { actionMessages } from '../../../shared/messages/actions.ts'
import type { Day } from '../../../shared/organisation/day.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf, unitName } from '../../parts/texts.ts'
import type { UnitEntry } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { type CampaignOption, FilterForm } from './filter-form.tsx'
import { AssignFields, type OwnerOption } from './move-form.tsx'
import { dueText, faultText, findingSaid, type ShownAction, severityClass } from './shown.ts'

export type ActionsPageProps = {
  readonly context: PageContext
  readonly today: Day
  readonly filter: ActionFilter
  readonly unit: UnitEntry
  readonly campaigns: readonly CampaignOption[]
  readonly counts: { readonly open: number; readonly late: number; readonly done: number; readonly climbed: number }
  /** Whether there is any action at all in what the person sees. */
  readonly hasAny: boolean
  readonly actions: readonly ShownAction[]
  readonly place: { readonly from: number; readonly of: number } | undefined
  readonly next: string | undefined
  /** Whom actions can be given to; undefined for those who only look. */
  readonly owners: readonly OwnerOption[] | undefined
  readonly problem: Problem | undefined
  /** What was entered for the chosen ones and is not stored. */
  readonly tried:
    | {
        readonly entry: ActionEntry
        readonly faults: readonly EntryFault[]
        readonly chosen: readonly string[]
        readonly notAssigned: number
      }
    | undefined
}

/** What a choice in the list is sent as: where the action is, and the version that was looked at. */
export const choiceValue = ({ action: { campaignId, periodId, unitId, id }, version }: ShownAction): string =>
  [campaignId, periodId, unitId, id, version].join('/')

export function ActionsPage(props: ActionsPageProps) {
  const { context, counts, actions, hasAny, problem, tried, filter } = props
  const m = actionMessages[context.language]
  return (
    <Layout
      context={context}
      title={m.title}
      faulty={problem !== undefined}
      isWide
      moreStyle={[context.assetUrl('actions.css'), context.assetUrl('unit-field.css')]}
      scripts={[context.assetUrl('unit-field.js')]}
    >
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {tried && tried.notAssigned > 0 && <p>{m.notAssigned(tried.notAssigned)}</p>}
          <ul>
            {tried?.faults.map((fault) => (
              <li key={fault}>
                <a href={fault === 'chosen' ? '#list' : fault === 'due' ? '#all-due' : '#all-owner'}>
                  {faultText(fault, context.language)}
                </a>
              </li>
            ))}
          </ul>
        </ProblemPanel>
      )}
      <h1>{m.title}</h1>
      {!hasAny ? (
        <div class="slip">
          <p class="lead">{m.list.none}</p>
          <p>{m.list.noneNext}</p>
        </div>
      ) : (
        <div class="slip">
          <p class="tally">{m.sum(counts.open, counts.late, counts.done)}</p>
          {counts.climbed > 0 && (
            <p>
              <a class="short" href={path.actions(filterQuery({ ...filter, state: 'climbed' }))}>
                {m.climbed(counts.climbed)}
              </a>
            </p>
          )}
          <FilterForm context={context} filter={filter} unit={props.unit} campaigns={props.campaigns} />
          {actions.length === 0 ? <NoMatch {...props} /> : <Found {...props} />}
        </div>
      )}
    </Layout>
  )
}

function NoMatch({ context, next, filter, unit }: ActionsPageProps) {
  // The field says that it knows no such unit.
  if (filter.unit !== '' && !unit.unit) return null
  const m = actionMessages[context.language].list
  return (
    <section class="part">
      <p class="lead">{next === undefined ? m.noMatch : m.noMatchHere}</p>
      {next === undefined && isNarrowed(filter) && <p>{m.noMatchNext}</p>}
      <Pages context={context} filter={filter} next={next} />
    </section>
  )
}

function Found(props: ActionsPageProps) {
  const { context, filter, next, owners, actions, tried } = props
  const m = actionMessages[context.language]
  const isAnyOpen = actions.some(({ action }) => isPossible(action, 'assign'))
  if (!owners || !isAnyOpen)
    return (
      <section class="part">
        <ActionTable {...props} canChoose={false} />
        <Pages context={context} filter={filter} next={next} />
        <Download context={context} filter={filter} />
      </section>
    )
  return (
    <section class="part">
      <form method="post" action={path.actions(filterQuery(filter, filter.after))}>
        <ActionTable {...props} canChoose />
        <Pages context={context} filter={filter} next={next} />
        <fieldset class="bulk">
          <legend>{m.list.bulk}</legend>
          <p class="hint">{m.list.bulkHint}</p>
          <AssignFields context={context} prefix="all-" owners={owners} tried={tried} due="" />
          <p class="send">
            <button type="submit" class="main">
              {m.list.bulk}
            </button>
          </p>
        </fieldset>
      </form>
      <Download context={context} filter={filter} />
    </section>
  )
}

type PagesProps = Pick<ActionsPageProps, 'context' | 'filter' | 'next'>

function Pages({ context, filter, next }: PagesProps) {
  const m = actionMessages[context.language].list
  if (next === undefined && filter.after === undefined) return null
  return (
    <p class="pages">
      {filter.after !== undefined && <a href={path.actions(filterQuery(filter))}>{m.first}</a>}
      {next !== undefined && <a href={path.actions(filterQuery(filter, next))}>{m.next}</a>}
    </p>
  )
}

function Download({ context, filter }: Pick<ActionsPageProps, 'context' | 'filter'>) {
  const m = actionMessages[context.language].list
  return (
    <p class="meta download">
      {m.download}: <a href={path.actionsFile('xlsx', filterQuery(filter))}>Excel</a>
      {' · '}
      <a href={path.actionsFile('csv', filterQuery(filter))}>CSV</a>
    </p>
  )
}

function ActionTable(props: ActionsPageProps & { readonly canChoose: boolean }) {
  const { context, actions, place, canChoose } = props
  const m = actionMessages[context.language]
  const caption = place ? m.list.caption(place.from, place.from + actions.length - 1, place.of) : m.list.captionClosed
  return (
    <table class="actions" id="list">
      <caption class="meta">{caption}</caption>
      <thead>
        <tr>
          {canChoose && (
            <th scope="col">
              <span class="spoken">{m.list.chooseColumn}</span>
            </th>
          )}
          <th scope="col">{m.list.action}</th>
          <th scope="col">{m.list.unit}</th>
          <th scope="col">{m.list.severity}</th>
          <th scope="col">{m.list.due}</th>
          <th scope="col">{m.list.owner}</th>
          <th scope="col">{m.list.state}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((shown) => (
          <Row key={shown.action.id} {...props} shown={shown} />
        ))}
      </tbody>
    </table>
  )
}

function Row(props: ActionsPageProps & { readonly canChoose: boolean; readonly shown: ShownAction }) {
  const { context, shown, today, canChoose, tried } = props
  const { language } = context
  const m = actionMessages[language]
  const { action, unit } = shown
  const finding = findingSaid(action, language)
  const due = dueText(shown, language, today)
  const value = choiceValue(shown)
  const id = `choose-${action.id}`
  return (
    <tr class={shown.late > 0 ? 'late' : undefined}>
      {canChoose && (
        <td class="choose">
          {isPossible(action, 'assign') && (
            <label for={id}>
              <input
                type="checkbox"
                id={id}
                name="choose"
                value={value}
                checked={tried?.chosen.includes(value) ?? false}
              />
              <span class="spoken">{m.list.choose(`${finding.text}, ${unit.name}`)}</span>
            </label>
          )}
        </td>
      )}
      <th scope="row">
        <a href={path.action(action)} lang={finding.lang}>
          {finding.text}
        </a>
        {action.remedy && <small lang={langOf(action.remedy, language)}>{localize(action.remedy, language)}</small>}
      </th>
      <td data-label={m.list.unit}>
        {unitName(unit.name)}
        {unit.parentName && <small>{unitName(unit.parentName)}</small>}
        {shown.concern && <small class="short">{m.concernOf(unitName(shown.concern))}</small>}
      </td>
      <td data-label={m.list.severity}>
        <span class={severityClass[action.severity]}>{m.severities[action.severity]}</span>
      </td>
      <td data-label={m.list.due} class={due.isBad ? 'short' : undefined}>
        {due.day}
        {due.note && <small>{due.note}</small>}
      </td>
      <td data-label={m.list.owner}>{shown.owner ?? <span class="none">{m.noOwner}</span>}</td>
      <td data-label={m.list.state}>{m.states[action.state]}</td>
    </tr>
  )
}
