// The audit log as a table: who did what, where and when.

import { auditMessages } from '../../../shared/messages/audit.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { type AuditVerb, auditVerbs } from '../../../shared/organisation/audit.ts'
import { path } from '../../../shared/paths.ts'
import { ChoiceLine } from '../../parts/choice-line.tsx'
import { FilterSlip, Onward } from '../../parts/filtered-list.tsx'
import { TextLine } from '../../parts/text-line.tsx'
import { unitName } from '../../parts/texts.ts'
import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type AuditFilters = {
  /** "2026-11" */
  readonly month: string | undefined
  readonly person: string
  readonly verb: AuditVerb | undefined
  readonly text: string
  readonly unit: UnitEntry
}

export type EntryLine = {
  readonly key: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly by: string
  readonly verb: AuditVerb
  readonly subject: string
  readonly details: string | undefined
  readonly unit: string | undefined
}

export type AuditPageProps = {
  readonly context: PageContext
  readonly entries: readonly EntryLine[]
  readonly filters: AuditFilters
  /** The filters as they stand in the address. */
  readonly query: Readonly<Record<string, string>>
  /** Where the older entries begin. */
  readonly next: string | undefined
}

export function AuditPage(props: AuditPageProps) {
  const { context, entries, query, next } = props
  const m = auditMessages[context.language]
  const { after, ...filters } = query
  return (
    <Layout
      context={context}
      title={m.title}
      isWide
      moreStyle={[context.assetUrl('people.css'), context.assetUrl('unit-field.css')]}
      scripts={[context.assetUrl('unit-field.js')]}
    >
      <h1>{m.title}</h1>
      <p class="meta">{m.lead}</p>
      <Filters {...props} />
      <section class="slip" aria-label={m.title}>
        {entries.length === 0 ? <Nothing {...props} /> : <Entries context={context} entries={entries} />}
        <Onward
          next={next === undefined ? undefined : { href: path.audit({ ...filters, after: next }), text: m.more }}
          first={after === undefined ? undefined : { href: path.audit(filters), text: m.newest }}
        />
      </section>
    </Layout>
  )
}

function Nothing({ context, query }: AuditPageProps) {
  const m = auditMessages[context.language]
  if (Object.keys(query).length === 0) return <p class="lead">{m.noneYet}</p>
  return (
    <>
      <p class="lead">{m.none}</p>
      <p>{m.noneNext}</p>
    </>
  )
}

function Filters({ context, filters, query }: AuditPageProps) {
  const m = auditMessages[context.language]
  return (
    <FilterSlip texts={m} action={path.audit()} isFiltered={Object.keys(query).length > 0}>
      <TextLine id="person" type="search" label={m.person} hint={m.personHint} value={filters.person} maxlength={100} />
      <ChoiceLine
        id="verb"
        label={m.verb}
        empty={m.anyVerb}
        chosen={filters.verb}
        options={auditVerbs.map((verb) => [verb, m.verbs[verb]])}
      />
      <div class="q">
        <label for="month">{m.month}</label>
        <p class="hint" id="month-hint">
          {m.monthHint}
        </p>
        <input
          type="month"
          id="month"
          name="month"
          value={filters.month ?? ''}
          placeholder="2026-11"
          aria-describedby="month-hint"
        />
      </div>
      <TextLine id="text" type="search" label={m.text} hint={m.textHint} value={filters.text} maxlength={100} />
      <UnitField
        context={context}
        name="unit"
        label={m.unit}
        hint={m.unitHint}
        action="audit.read"
        entry={filters.unit}
      />
    </FilterSlip>
  )
}

/** Two columns, so that the table fits a phone: what was done holds all there is to say of it. */
function Entries({ context, entries }: Pick<AuditPageProps, 'context' | 'entries'>) {
  const m = auditMessages[context.language]
  return (
    <table class="audit">
      <caption class="meta">{m.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{m.when}</th>
          <th scope="col">{m.what}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.key}>
            <th scope="row">{formatMoment(entry.at, context.language, context.timeZone)}</th>
            <td>
              <b>{entry.by}</b> {m.verbs[entry.verb]}
              {entry.details && <span class="details">{entry.details}</span>}
              {entry.unit && <small>{unitName(entry.unit)}</small>}
              <a href={entry.subject} aria-label={m.openWhat(entry.details ?? m.verbs[entry.verb])}>
                {m.open}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
