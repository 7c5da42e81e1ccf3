// The route table: every address the function answers, and what each needs of its visitor. A route that isn't here
// doesn't exist; a test walks this table with every role.

import type { Needs } from './access.ts'
import { largestFormWithFiles } from './body.ts'
import type { Call, SignedInCall } from './call.ts'
import { getUpload, postComplete, putPart } from './json/evidence.ts'
import { getProgress } from './json/progress.ts'
import { getResponse, postResponse } from './json/responses.ts'
import { sendEvidence } from './pages/evidence.ts'
import { formAt, sendForm, showForm } from './pages/form.tsx'
import { sendFormPicture } from './pages/form-picture.ts'
import { setLanguage, showHome } from './pages/home.tsx'
import { showProgress, showProgressList } from './pages/progress.tsx'
import { showReceipt } from './pages/receipt.tsx'
import { makeAt, makeReportNow, reportAt, sendReportPdf, showReports } from './pages/reports.tsx'
import { showVisits } from './pages/visits.tsx'
import { sendAsset } from './send-asset.ts'
import { finishSignIn, signOut, startSignIn } from './sign-in.ts'

type Place = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** In bytes, where a form with files may be sent; other bodies are bounded by `largestBody`. */
  readonly largestForm?: number
}
type Answer<V> = (call: V) => Response | Promise<Response>
type OpenRoute = Place & { readonly needs: { readonly who: 'anyone' }; readonly answer: Answer<Call> }
type GuardedRoute = Place & {
  readonly needs: Exclude<Needs, { readonly who: 'anyone' }>
  readonly answer: Answer<SignedInCall>
}
export type Route = OpenRoute | GuardedRoute

export const isOpen = (route: Route): route is OpenRoute => route.needs.who === 'anyone'

const anyone = { who: 'anyone' } as const
const signedIn = { who: 'signed-in' } as const
const leaders = { who: 'role', action: 'progress.read' } as const
const designers = { who: 'role', action: 'form.design' } as const
const answering = { who: 'role-at', at: formAt } as const
const unit = '/campaigns/:campaign/periods/:period/units/:unit'
const version = '/forms/:form/versions/:version'
const evidence = `${unit}/evidence/:sha256`

/** A page of the desk, which is loaded when it is first asked for. */
const desk =
  (page: keyof typeof import('./desk.ts')): Answer<SignedInCall> =>
  async (call) =>
    (await import('./desk.ts'))[page](call)

export const routes: readonly Route[] = [
  { method: 'GET', path: '/', needs: anyone, answer: showHome },
  { method: 'GET', path: '/assets/:name', needs: anyone, answer: sendAsset },
  { method: 'POST', path: '/language', needs: anyone, answer: setLanguage },
  { method: 'GET', path: '/sign-in', needs: anyone, answer: startSignIn },
  { method: 'GET', path: '/sign-in/callback', needs: anyone, answer: finishSignIn },
  { method: 'POST', path: '/sign-out', needs: anyone, answer: signOut },
  { method: 'GET', path: '/visits', needs: signedIn, answer: showVisits },
  { method: 'GET', path: `${unit}/form`, needs: answering, answer: showForm },
  {
    method: 'POST',
    path: `${unit}/form`,
    largestForm: largestFormWithFiles,
    needs: answering,
    answer: sendForm,
  },
  // Whoever sent a response may read it, and so may those with a role for it: decided over the response itself.
  { method: 'GET', path: `${unit}/responses/:response`, needs: signedIn, answer: showReceipt },
  // The same for a file: decided over the file itself.
  { method: 'GET', path: `${unit}/evidence/:sha256/:name`, needs: signedIn, answer: sendEvidence },
  { method: 'GET', path: '/progress', needs: leaders, answer: showProgressList },
  { method: 'GET', path: '/campaigns/:campaign/periods/:period/progress', needs: leaders, answer: showProgress },
  { method: 'GET', path: '/reports', needs: { who: 'role', action: 'report.read' }, answer: showReports },
  { method: 'POST', path: '/reports', needs: { who: 'role-at', at: makeAt }, answer: makeReportNow },
  {
    method: 'GET',
    path: '/reports/:report/report.pdf',
    needs: { who: 'role-at', at: reportAt },
    answer: sendReportPdf,
  },
  { method: 'GET', path: '/forms', needs: designers, answer: desk('showForms') },
  { method: 'POST', path: '/forms', largestForm: largestFormWithFiles, needs: designers, answer: desk('publish') },
  { method: 'GET', path: '/forms/preview', needs: designers, answer: desk('leavePreview') },
  {
    method: 'POST',
    path: '/forms/preview',
    largestForm: largestFormWithFiles,
    needs: designers,
    answer: desk('showPreview'),
  },
  { method: 'GET', path: version, needs: designers, answer: desk('showVersion') },
  // Whoever fills in a form sees its pictures.
  { method: 'GET', path: '/forms/:form/pictures/:sha256', needs: signedIn, answer: sendFormPicture },
  { method: 'GET', path: `${version}/form.xlsx`, needs: designers, answer: desk('sendWorkbook') },
  { method: 'GET', path: `${version}/files/:file`, needs: designers, answer: desk('sendFormFile') },
  { method: 'GET', path: `${version}/form.json`, needs: designers, answer: desk('sendFormJson') },
  // Who may move a campaign is decided over all of its units.
  { method: 'GET', path: `${version}/campaigns/:campaign`, needs: designers, answer: desk('showRehearsal') },
  { method: 'POST', path: `${version}/campaigns/:campaign`, needs: designers, answer: desk('moveCampaign') },
  { method: 'POST', path: '/api/responses', needs: signedIn, answer: postResponse },
  { method: 'GET', path: `/api${unit}/responses/:response`, needs: signedIn, answer: getResponse },
  // Sending a file is a part of answering.
  { method: 'GET', path: `/api${evidence}`, needs: answering, answer: getUpload },
  { method: 'PUT', path: `/api${evidence}/parts/:part`, needs: answering, answer: putPart },
  { method: 'POST', path: `/api${evidence}/complete`, needs: answering, answer: postComplete },
  { method: 'GET', path: '/api/campaigns/:campaign/periods/:period/progress', needs: leaders, answer: getProgress },
]
