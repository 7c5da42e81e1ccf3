// Choosing a roster: a file, the people of the period before, or the numbers of members that the tree knows.

import { invitationsMessages } from '../../../shared/messages/invitations.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { sendingMessages } from '../../../shared/messages/sending.ts'
import { path } from '../../../shared/paths.ts'
import { rosterColumns } from '../../../shared/survey/roster.ts'
import { FileLine } from '../../parts/file-line.tsx'
import type { InvitationsPageProps } from './invitations.tsx'

export function RosterForm(props: InvitationsPageProps) {
  const { context, campaign, way, period, invited, limits, onRolls, before } = props
  const m = invitationsMessages[context.language]
  const shown = rosterColumns.filter((column) => column !== 'slips' || way !== 'named')
  const preview = path.invitationAct(campaign.id, 'preview')
  return (
    <section class="slip">
      <h2>{invited === 0 ? m.inviteFirst : m.invite}</h2>
      <p>{m.inviteLead}</p>
      <table class="texts">
        <caption class="meta">{m.columnsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.column}</th>
            <th scope="col">{m.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <tr key={column}>
              <th scope="row">{m.columns[column]}</th>
              <td>{m.meanings[column]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form
        class="upload"
        method="post"
        action={preview}
        enctype="multipart/form-data"
        data-working={sendingMessages[context.language].reading}
      >
        <input type="hidden" name="period" value={period.id} />
        <FileLine
          context={context}
          limitBytes={limits.bytes}
          id="file"
          label={m.file}
          hint={m.fileHint(Math.floor(limits.bytes / 2 ** 20), limits.invited)}
          accept=".xlsx,.csv,text/csv"
        />
        <p class="send">
          <button type="submit" class="main">
            {m.look}
          </button>
        </p>
      </form>
      {before !== undefined && (
        <form class="inside" method="post" action={preview}>
          <h3>{m.again(periodName(before, context.language))}</h3>
          <p>{m.againLead}</p>
          <input type="hidden" name="period" value={period.id} />
          <input type="hidden" name="again" value="1" />
          <p class="send">
            <button type="submit" class="minor">
              {m.againLook}
            </button>
          </p>
        </form>
      )}
      {way !== 'named' && onRolls.units > 0 && (
        <form class="inside" method="post" action={preview}>
          <h3>{m.byMembers}</h3>
          <p>{m.byMembersLead(onRolls.slips, onRolls.units)}</p>
          <input type="hidden" name="period" value={period.id} />
          <input type="hidden" name="members" value="1" />
          <p class="send">
            <button type="submit" class="minor">
              {m.byMembersLook}
            </button>
            <a href={path.rosterTemplate(campaign.id)}>{m.template}</a>
          </p>
        </form>
      )}
    </section>
  )
}
