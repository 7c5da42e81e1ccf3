// The facts of records, read from the store: whose letterhead, who sent it and when, and which pictures go with it.

import type { Campaign } from '../../../shared/campaign/campaign.ts'
import { formLanguage } from '../../../shared/form/texts.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { type Language, localize } from '../../../shared/language.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { officeIn } from '../../../shared/report/letterhead.ts'
import type { PaperPart } from '../../../shared/report/paper.ts'
import { planAt } from '../../../shared/report/plan.ts'
import { recordPart } from '../../../shared/report/record-document.ts'
import type { Letterhead, RecordInput } from '../../../shared/report/record-input.ts'
import { usualPreset } from '../../../shared/report/usual-preset.ts'
import { isAccepted } from '../../../shared/response/step.ts'
import { evidenceKey, findEvidence, findEvidenceBy } from '../../store/evidence.ts'
import { listPlans } from '../../store/report-plans.ts'
import type { StoredRevision, UnitRound } from '../../store/responses.ts'
import { findSenderName } from '../../store/sender-names.ts'
import type { SignedInCall } from '../call.ts'
import { unitHeading } from '../pages/visits.tsx'
import { type Album, takeEvidence } from './pictures.ts'

/** A response as it is put on paper: the revision that stands, and the one it was first sent with. */
export type Recorded = { readonly round: UnitRound; readonly latest: StoredRevision; readonly first: StoredRevision }

/** Makes the parts of a paper, one record each; what several records have in common is read once. */
export async function openRecorder(call: SignedInCall, campaign: Campaign, language: Language, album: Album) {
  const letterhead = await letterheadOf(call, campaign, language)
  const names = new Map<PersonId, string | undefined>()
  const nameOf = async (id: PersonId | '') => {
    if (id === '') return undefined
    if (!names.has(id)) names.set(id, await findSenderName(call.deps.table, campaign, id, language))
    return names.get(id)
  }
  const record = async ({ round, latest, first }: Recorded): Promise<PaperPart> => {
    const { formId } = campaign.form
    const version = await call.deps.directory.form(call.me.organisationId, { formId, version: latest.formVersion })
    const input: RecordInput = {
      version,
      language,
      texts: formLanguage(version.form, language),
      timeZone: call.me.organisation.timeZone,
      letterhead,
      campaign,
      periodId: round.period.id,
      unit: unitHeading(call, round.campaignUnit.unitId),
      latest,
      first: {
        by: await nameOf(first.by),
        finishedAt: first.finishedAt ?? first.receivedAt,
        onBehalfOf: first.step.kind === 'entered' ? first.step.onBehalfOf : undefined,
      },
      isWaiting: campaign.figures === 'accepted' && !isAccepted(latest.step),
      pictures: await takeEvidence(album, version, latest.answers, shelfOf(call, round)),
    }
    return recordPart(input)
  }
  return { preset: letterhead.preset, record }
}

/** Evidence as the visitor may read it: all of the unit's, or what the visitor handed in. */
function shelfOf({ deps, me }: SignedInCall, round: UnitRound): Parameters<typeof takeEvidence>[3] {
  const readsAll = mayAt(me.person, me.tree, 'response.read', round.campaignUnit.unitId)
  return async (sha256) => {
    const evidence = readsAll
      ? await findEvidence(deps.table, round, sha256)
      : await findEvidenceBy(deps.table, round, sha256, me.person.id)
    return evidence && { size: evidence.size, read: () => deps.objects.get(evidenceKey(round, sha256)) }
  }
}

/** As a report of the campaign has it; without one the unit whose campaign it is, and the unit above. */
async function letterheadOf({ deps, me }: SignedInCall, campaign: Campaign, language: Language): Promise<Letterhead> {
  const plans = await listPlans(deps.table, me.organisationId)
  const plan = plans.find(({ campaigns }) => Object.values(campaigns).includes(campaign.id))
  if (plan) {
    const { preset, header: named } = planAt(plan, campaign.unitId, me.tree)
    const { documentSymbol, ...header } = named
    return { preset, ...header, office: officeIn(preset, documentSymbol) }
  }
  const unit = me.tree.units.get(campaign.unitId)
  const above = unit?.parentId ? me.tree.units.get(unit.parentId)?.name : undefined
  const organisation = localize(me.organisation.name, language)
  const body = unit?.name ?? organisation
  return {
    preset: usualPreset(plans),
    bodyAbove: above ?? (organisation === body ? '' : organisation),
    body,
    office: '',
    place: '',
  }
}
