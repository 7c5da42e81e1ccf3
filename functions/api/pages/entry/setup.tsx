// Founding the organisation. Once there is one, this address leads nowhere.

import * as v from 'valibot'
import { asId, OrganisationId, PersonId, UnitId } from '../../../../shared/ids.ts'
import { Language } from '../../../../shared/language.ts'
import { officeMessages } from '../../../../shared/messages/office.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { SetupPage, type TypedSetup } from '../../../../web/pages/entry/setup.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { appendAudit } from '../../../store/audit.ts'
import { found, isFounder } from '../../../store/founding.ts'
import { listOrganisations } from '../../../store/organisation.ts'
import { formFields } from '../../body.ts'
import { type Call, pageContext } from '../../call.ts'
import { dropCookie, readCookie } from '../../cookies.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { openSession } from '../../sign-in.ts'
import { rememberLanguage } from '../home.tsx'
import { readOrganisationFields, textIn } from './organisation-fields.ts'

type Shown = { readonly typed: TypedSetup; readonly faults?: FieldFaults; readonly problem?: Problem }

const setupPage = (call: Call, email: string, { typed, faults, problem }: Shown) =>
  call.c.html(
    <SetupPage
      context={pageContext(call)}
      typed={typed}
      email={email}
      faults={faults ?? new Map()}
      problem={problem}
    />,
    problem ? statusOf[problem.code] : 200,
  )

/** The founder's token, from a browser that proved to be the founder's; undefined for everybody else. */
async function founderToken({ deps, c, now }: Call): Promise<string | undefined> {
  const token = readCookie(c, deps.publicUrl, 'founder')
  return token && (await isFounder(deps.table, token, now)) ? token : undefined
}

/** GET: the form; the way to sign in, for whoever hasn't yet; nothing once there is an organisation. */
export async function showSetup(call: Call): Promise<Response> {
  const { deps, c } = call
  const email = deps.adminEmail
  if (email === undefined || (await listOrganisations(deps.table)).length > 0)
    return refuse(call, problem.pageUnknown())
  if (!(await founderToken(call))) return c.redirect(path.signIn(), 302)
  const organisation = { nameVi: '', nameEn: '', timeZone: 'Asia/Ho_Chi_Minh' }
  return setupPage(call, email, { typed: { ...organisation, unitName: '', unitCode: '', unitLevel: '', yourName: '' } })
}

const longest = { unitName: 200, unitCode: 40, unitLevel: 40, yourName: 200 } as const

function readSetup(call: Call, fields: URLSearchParams) {
  const m = officeMessages[call.language].setup
  const { typed, faults, said } = readOrganisationFields(call, fields)
  const texts = {
    unitName: textIn(fields, 'unitName'),
    unitCode: textIn(fields, 'unitCode'),
    unitLevel: textIn(fields, 'unitLevel'),
    yourName: textIn(fields, 'yourName'),
  }
  const wrong = {
    unitName: m.unitFault,
    unitCode: m.unitCodeFault,
    unitLevel: m.unitLevelFault,
    yourName: m.yourNameFault,
  }
  for (const field of ['unitName', 'unitCode', 'unitLevel', 'yourName'] as const)
    if (texts[field] === '' || texts[field].length > longest[field]) faults.set(field, wrong[field])
  return { typed: { ...typed, ...texts }, faults, said }
}

/** POST: founds the organisation, signs its founder in and leads on to the next steps. */
export async function setUp(call: Call): Promise<Response> {
  const { deps, c, now } = call
  const token = await founderToken(call)
  const email = deps.adminEmail
  if (!token || email === undefined) return refuse(call, problem.pageUnknown())
  const fields = await formFields(c)
  const language = v.safeParse(Language, fields.get('language'))
  if (language.success) rememberLanguage(call, language.output)
  const here = language.success ? { ...call, language: language.output } : call
  const { typed, faults, said } = readSetup(here, fields)
  if (language.success) return setupPage(here, email, { typed })
  if (faults.size > 0) return setupPage(here, email, { typed, faults, problem: problem.fieldsWrong(faults.size) })
  const random = () =>
    deps
      .randomToken()
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 16)
  const { who, isNew } = await found(deps.table, {
    ids: {
      organisationId: asId(OrganisationId, `o${random()}`),
      personId: asId(PersonId, `p${random()}`),
      unitId: asId(UnitId, `u${random()}`),
    },
    ...said,
    unit: { code: typed.unitCode, name: typed.unitName, level: typed.unitLevel },
    founder: { name: typed.yourName, email },
  })
  const entry = { at: now, by: who.personId, verb: 'organisation.founded', subject: path.nextSteps() } as const
  if (isNew) await appendAudit(deps.table, who.organisationId, { ...entry, details: said.name.vi }, random())
  await openSession(call, who)
  // The token itself stays for its hour: of two presses, both must lead on.
  dropCookie(c, deps.publicUrl, 'founder')
  return c.redirect(path.nextSteps(), 303)
}
