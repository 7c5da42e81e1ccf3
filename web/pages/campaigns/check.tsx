// The check list of a campaign before it opens: what is done, what is missing and where, and the button that opens it.

import type { Check } from '../../../shared/campaign/readiness.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { path } from '../../../shared/paths.ts'
import type { PageContext } from '../context.ts'
import { campaignTexts } from './step.tsx'
import { Filling } from './step-units.tsx'

export type CheckListProps = {
  readonly context: PageContext
  readonly campaignId: CampaignId
  readonly version: number
  readonly checks: readonly Check[]
  readonly missing: number
  readonly filled: { readonly asked: number; readonly written: number } | undefined
  /** Whether the lifecycle lets it open and be deleted at all. */
  readonly mayOpen: boolean
}

export function CheckList(props: CheckListProps) {
  const { context, campaignId, version, checks, missing, filled, mayOpen } = props
  const t = campaignTexts(context).check
  return (
    <>
      <p class="lead">{t.lead}</p>
      <ul class="checks">
        {checks.map((check) => (
          <Item key={check.key} context={context} campaignId={campaignId} check={check} />
        ))}
      </ul>
      {filled && <Filling context={context} {...filled} action={path.campaignFilling(campaignId)} />}
      {mayOpen && (
        <section class="preview">
          <h2>{t.openTitle}</h2>
          <p>{missing > 0 ? t.cannot(missing) : t.openHint}</p>
          {missing === 0 && (
            <form class="send" method="post" action={path.openCampaign(campaignId)}>
              <input type="hidden" name="version" value={String(version)} />
              <button type="submit" class="main">
                {t.openNow}
              </button>
            </form>
          )}
          <p class="send">
            <a href={path.campaignChange(campaignId, 'delete')}>{t.delete}</a>
          </p>
        </section>
      )}
    </>
  )
}

function Item(props: { readonly context: PageContext; readonly campaignId: CampaignId; readonly check: Check }) {
  const { context, campaignId, check } = props
  const m = campaignTexts(context)
  const { done, not } = m.check.items[check.key]
  return (
    <li class={check.state}>
      <b>{m.check.states[check.state]}</b>
      <span>{check.state === 'done' ? done : not}</span>
      {check.state !== 'done' && (
        <a href={path.campaignStep(campaignId, check.step)}>{m.check.toStep(m.steps[check.step])}</a>
      )}
    </li>
  )
}
