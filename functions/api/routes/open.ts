// The way in, and what a browser needs to show it.

import { setLanguage, showHome } from '../pages/home.tsx'
import { sendAsset } from '../send-asset.ts'
import { finishSignIn, signOut, startSignIn } from '../sign-in.ts'
import { anyone, type Route } from './route.ts'

export const openRoutes: readonly Route[] = [
  { method: 'GET', path: '/', needs: anyone, answer: showHome },
  { method: 'GET', path: '/assets/:name', needs: anyone, answer: sendAsset },
  { method: 'POST', path: '/language', needs: anyone, answer: setLanguage, records: null },
  { method: 'GET', path: '/sign-in', needs: anyone, answer: startSignIn },
  { method: 'GET', path: '/sign-in/callback', needs: anyone, answer: finishSignIn },
  { method: 'POST', path: '/sign-out', needs: anyone, answer: signOut, records: null },
]
