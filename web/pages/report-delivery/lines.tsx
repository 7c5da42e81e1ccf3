// What was delivered, line by line, with what can be done about each.

import { formatMoment } from '../../../shared/messages/number.ts'
import { reportDeliveryMessages } from '../../../shared/messages/report-delivery.ts'
import { path } from '../../../shared/paths.ts'
import type { Delivered } from '../../../shared/report/delivery.ts'
import type { PageContext } from '../context.ts'

export type DeliveredLine = {
  readonly delivered: Delivered
  /** Of the item, so that a press does what was seen. */
  readonly version: number
  /** Undefined for the webhook. */
  readonly name: string | undefined
  /** Above the line, where lines of several reports stand together. */
  readonly report: string | undefined
  readonly link:
    | {
        readonly expiresAt: string
        readonly revokedAt: string | undefined
        readonly isExpired: boolean
        readonly opened: number
      }
    | undefined
}

type Props = { readonly context: PageContext; readonly lines: readonly DeliveredLine[]; readonly mayMake: boolean }

export function DeliveredLines({ context, lines, mayMake }: Props) {
  return (
    <>
      {lines.map((line) => (
        <Line
          key={`${line.delivered.report} ${line.delivered.occasion} ${line.delivered.to}`}
          {...{ context, line, mayMake }}
        />
      ))}
    </>
  )
}

function Line({ context, line, mayMake }: Omit<Props, 'lines'> & { readonly line: DeliveredLine }) {
  const { language, timeZone } = context
  const m = reportDeliveryMessages[language]
  const { delivered, name, report, link, version } = line
  const { state, at, nextAt, tries, reason, status, occasion } = delivered
  const moment = (iso: string) => formatMoment(iso, language, timeZone)
  const said =
    state === 'sending' ? m.states.sending : m.states[state](moment(state === 'waiting' ? (nextAt ?? at) : at))
  const to = name ?? m.webhook
  const isOpen = link && !link.isExpired && link.revokedAt === undefined
  return (
    <article class="part">
      <h3>
        {to} <small>{m.occasions[occasion]}</small>
      </h3>
      {report && (
        <p class="unit">
          <a href={path.reportDelivery(delivered.report)}>{report}</a>
        </p>
      )}
      <p class={state === 'failed' ? 'state failed' : 'state'}>
        {said}
        {tries > 1 && ` · ${m.tries(tries)}`}
      </p>
      {state !== 'sent' && reason && (
        <p>
          {m.reasons[reason]} {status !== undefined && m.status(status)}
        </p>
      )}
      {link && (
        <p class="meta">
          {link.revokedAt !== undefined
            ? m.link.revoked(moment(link.revokedAt))
            : link.isExpired
              ? m.link.expired(moment(link.expiresAt))
              : m.link.open(moment(link.expiresAt), link.opened)}
        </p>
      )}
      {mayMake && state !== 'sending' && (
        <div class="pair">
          <Press {...{ delivered, version }} action={path.reportDelivery(delivered.report)} label={m.againFor(to)}>
            {m.again}
          </Press>
          {isOpen && (
            <Press
              {...{ delivered, version }}
              action={path.reportLinkRevocation(delivered.report)}
              label={m.link.revokeFor(to)}
            >
              {m.link.revoke}
            </Press>
          )}
        </div>
      )}
    </article>
  )
}

function Press({
  delivered: { occasion, to },
  version,
  action,
  label,
  children,
}: Pick<DeliveredLine, 'delivered' | 'version'> & {
  readonly action: string
  readonly label: string
  readonly children: string
}) {
  return (
    <form class="make" method="post" action={action}>
      <input type="hidden" name="occasion" value={occasion} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="version" value={String(version)} />
      <button type="submit" class="plain" aria-label={label}>
        {children}
      </button>
    </form>
  )
}
