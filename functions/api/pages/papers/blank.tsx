// A form to fill in by pen, for those who design forms and for those who answer it, or enter answers, in some campaign.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { answerAction } from '../../../../shared/campaign/campaign.ts'
import { titleOf } from '../../../../shared/form/family.ts'
import { formLanguage } from '../../../../shared/form/texts.ts'
import { type Language, localize } from '../../../../shared/language.ts'
import { mayAt, maySomewhere } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { languagesOf } from '../../../../shared/report/answer-words.ts'
import { blankForm, mostRounds } from '../../../../shared/report/blank-form.ts'
import type { PaperPicture } from '../../../../shared/report/paper.ts'
import { usualPreset } from '../../../../shared/report/usual-preset.ts'
import { fail, type Result } from '../../../../shared/result.ts'
import { languageCode } from '../../../../shared/xlsform/language-code.ts'
import { BlankPage } from '../../../../web/pages/papers/blank-page.tsx'
import { listCampaigns, listCampaignUnits } from '../../../store/campaigns.ts'
import { formPictureKey } from '../../../store/form-library.ts'
import { listPlans } from '../../../store/report-plans.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { contentOf, paperFolder } from '../../papers/draw.ts'
import { handOut, type PaperJob, paperState } from '../../papers/hand-out.ts'
import { type Album, onePaper, openAlbum } from '../../papers/pictures.ts'
import { refuse } from '../../problem-response.tsx'
import { type VersionAddress, versionAddress } from '../form-version.tsx'

/** A version that the visitor may have on paper; others hear what one hears of a version that isn't there. */
async function blankAddress(call: SignedInCall): Promise<Result<VersionAddress, Problem>> {
  const address = await versionAddress(call)
  if (!address.ok) return address
  const { family, version } = address.value
  if (maySomewhere(call.me.person, 'form.design')) return address
  const { table } = call.deps
  for (const campaign of await listCampaigns(table, call.me.organisationId)) {
    const asks = [campaign.form.version, ...campaign.earlierVersions].includes(version.version)
    if (campaign.form.formId === family.formId && asks && (await mayFillIn(call, campaign))) return address
  }
  return fail(problem.formUnknown())
}

/** Whether the visitor answers the campaign, or enters answers for others, at one of its units. */
async function mayFillIn({ deps, me }: SignedInCall, campaign: Campaign): Promise<boolean> {
  const actions = [answerAction[campaign.kind], 'response.amend' as const].filter(
    (action) => action !== undefined && maySomewhere(me.person, action),
  )
  if (actions.length === 0) return false
  const units = await listCampaignUnits(deps.table, campaign.id)
  return units.some(({ unitId }) =>
    actions.some((action) => action !== undefined && mayAt(me.person, me.tree, action, unitId)),
  )
}

type Wish = { readonly formLanguage: string; readonly language: Language; readonly rounds: number }

const usualRounds = 3

/** What the address asks for: a language of the form, and how many empty rounds. */
function wishOf({ c, language }: SignedInCall, { form }: VersionAddress): Wish {
  const asked = c.req.query('language')
  const wanted = languagesOf(form.form).includes(asked ?? '') ? (asked ?? '') : formLanguage(form.form, language)
  const code = languageCode(wanted)?.split('-')[0]
  const rounds = Number(c.req.query('rounds') ?? usualRounds)
  return {
    formLanguage: wanted,
    language: code === 'vi' || code === 'en' ? code : language,
    rounds: Number.isSafeInteger(rounds) && rounds >= 1 ? Math.min(rounds, mostRounds) : usualRounds,
  }
}

async function blankJob(call: SignedInCall, address: VersionAddress, wish: Wish): Promise<PaperJob> {
  const { family, version, form } = address
  const album = openAlbum(onePaper)
  const paper = blankForm({
    ...wish,
    version: form,
    preset: usualPreset(await listPlans(call.deps.table, call.me.organisationId)),
    organisation: localize(call.me.organisation.name, wish.language),
    versionName: version.name,
    publishedAt: version.publishedAt,
    pictures: await takePictures(call, form, album),
  })
  const query = new URLSearchParams({ language: wish.formLanguage, rounds: String(wish.rounds) })
  return {
    folder: paperFolder(call.me.organisationId, `${family.formId.slice(0, 50)}-${version.version}`, contentOf(paper)),
    work: { paper, pictures: album.bytes },
    fileName: `${localize(titleOf(form.form, family.formId), wish.language).slice(0, 80)} v${version.version}.pdf`,
    pageHref: `${path.blankForm(family.formId, version.version)}?${query}`,
  }
}

/** The pictures of labels that can be printed, by the name that the form calls them by. */
async function takePictures(
  { deps, me }: SignedInCall,
  { formId, pictures = [] }: VersionAddress['form'],
  album: Album,
): Promise<ReadonlyMap<string, PaperPicture>> {
  const taken = new Map<string, PaperPicture>()
  for (const { name, sha256, mediaType } of pictures) {
    if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') continue
    const bytes = await deps.objects.get(formPictureKey(me.organisationId, formId, sha256))
    const picture = bytes && album.take(bytes)
    if (picture) taken.set(name, picture)
  }
  return taken
}

/** GET blank.pdf */
export async function sendBlankPdf(call: SignedInCall): Promise<Response> {
  const address = await blankAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  return handOut(call, await blankJob(call, address.value, wishOf(call, address.value)))
}

/** GET blank: what to print, and how far it is. */
export async function showBlank(call: SignedInCall): Promise<Response> {
  const address = await blankAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const { family, version, form } = address.value
  const wish = wishOf(call, address.value)
  const isAsked = call.c.req.query('asked') !== undefined
  const job = isAsked ? await blankJob(call, address.value, wish) : undefined
  return call.c.html(
    <BlankPage
      context={pageContext(call)}
      formId={family.formId}
      title={titleOf(form.form, family.formId)}
      version={version}
      languages={languagesOf(form.form)}
      chosen={wish}
      mostRounds={mostRounds}
      state={job && (await paperState(call, job))}
      pdfHref={path.blankFormPdf(family.formId, version.version)}
      downloadHref={path.blankFormPdf(family.formId, version.version, wish.formLanguage, wish.rounds)}
      lookHref={job?.pageHref ?? ''}
    />,
  )
}
