// Filling in forms, by page and by program, and what one gets for it. A response is its own record: none of this is
// written a second time into the audit log.

import { largestFormWithFiles } from '../body.ts'
import { getUpload, postComplete, putPart } from '../json/evidence.ts'
import { getResponse, postResponse } from '../json/responses.ts'
import { sendEvidence } from '../pages/evidence.ts'
import { evidenceAt, formAt, sendForm, showForm } from '../pages/form.tsx'
import { sendFormPicture } from '../pages/form-picture.ts'
import { showReceipt } from '../pages/receipt.tsx'
import { showVisits } from '../pages/visits.tsx'
import { type Route, signedIn, unitPath } from './route.ts'

const answering = { who: 'role-at', at: formAt } as const
const handingIn = { who: 'role-at', at: evidenceAt } as const
const evidence = `${unitPath}/evidence/:sha256`

export const answeringRoutes: readonly Route[] = [
  { method: 'GET', path: '/visits', needs: signedIn, answer: showVisits },
  { method: 'GET', path: `${unitPath}/form`, needs: answering, answer: showForm },
  {
    method: 'POST',
    path: `${unitPath}/form`,
    largestForm: largestFormWithFiles,
    needs: answering,
    answer: sendForm,
    records: null,
  },
  // Whoever sent a response may read it, and so may those with a role for it: decided over the response itself.
  { method: 'GET', path: `${unitPath}/responses/:response`, needs: signedIn, answer: showReceipt },
  // The same for a file: decided over the file itself.
  { method: 'GET', path: `${evidence}/:name`, needs: signedIn, answer: sendEvidence },
  // Whoever fills in a form sees its pictures.
  { method: 'GET', path: '/forms/:form/pictures/:sha256', needs: signedIn, answer: sendFormPicture },
  {
    method: 'POST',
    path: '/api/responses',
    scope: 'responses:write',
    needs: signedIn,
    answer: postResponse,
    records: null,
  },
  {
    method: 'GET',
    path: `/api${unitPath}/responses/:response`,
    scope: 'responses:read',
    needs: signedIn,
    answer: getResponse,
  },
  // Sending a file is a part of answering, and of typing in a paper form.
  { method: 'GET', path: `/api${evidence}`, scope: 'responses:write', needs: handingIn, answer: getUpload },
  {
    method: 'PUT',
    path: `/api${evidence}/parts/:part`,
    scope: 'responses:write',
    needs: handingIn,
    answer: putPart,
    records: null,
  },
  {
    method: 'POST',
    path: `/api${evidence}/complete`,
    scope: 'responses:write',
    needs: handingIn,
    answer: postComplete,
    records: null,
  },
]
