// Slips to print and cut: a name, a code and a link for each.

import { formatMoment } from '../../../shared/messages/number.ts'
import { peopleMessages } from '../../../shared/messages/people.ts'
import { path } from '../../../shared/paths.ts'
import { Qr, type QrOutline } from '../../parts/qr.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type Slip = {
  readonly name: string
  /** "văn phòng · Đảng bộ Sông" */
  readonly roles: string
  readonly address: string
  readonly code: QrOutline
  /** ISO 8601, UTC. */
  readonly expiresAt: string
}

export type SlipsPageProps = {
  readonly context: PageContext
  readonly organisation: string
  readonly slips: readonly Slip[]
  /** Names of those for whom no link could be made. */
  readonly skipped: readonly string[]
}

export function SlipsPage({ context, organisation, slips, skipped }: SlipsPageProps) {
  const m = peopleMessages[context.language]
  return (
    <Layout context={context} title={m.slips.title} moreStyle={context.assetUrl('people.css')}>
      <div class="unprinted">
        <h1>{m.slips.title}</h1>
        <div class="slip">
          <p class="lead">{m.slips.lead(slips.length)}</p>
          {skipped.length > 0 && <p class="state">{m.slips.skipped(skipped.join(', '))}</p>}
          <p class="meta">{m.link.print}</p>
          <p class="send">
            <a href={path.people()}>{m.form.back}</a>
          </p>
        </div>
      </div>
      <ul class="slips">
        {slips.map((slip) => (
          <li key={slip.address}>
            <OneSlip context={context} organisation={organisation} slip={slip} />
          </li>
        ))}
      </ul>
    </Layout>
  )
}

type OneProps = Pick<SlipsPageProps, 'context' | 'organisation'> & { readonly slip: Slip }

function OneSlip({ context, organisation, slip }: OneProps) {
  const m = peopleMessages[context.language]
  const until = formatMoment(slip.expiresAt, context.language, context.timeZone)
  return (
    <article class="cut">
      <Qr code={slip.code} label={m.link.qr(slip.name)} />
      <div>
        <p class="over">{organisation}</p>
        <h2>{slip.name}</h2>
        <p class="meta">{slip.roles}</p>
        <p>
          {m.slips.scan} <code>{slip.address}</code>
        </p>
        <p class="meta">{m.link.until(until)}</p>
        <p class="meta">{m.slips.warning}</p>
      </div>
    </article>
  )
}
