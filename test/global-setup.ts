// Before any test: build what the tests of functions, cloud and browser run, and unpack the browser.

import { buildAll } from '../infra/build.mjs'
import { unpackBrowser } from './support/browser.ts'

export default async function setup(): Promise<void> {
  await Promise.all([buildAll(), unpackBrowser()])
}
