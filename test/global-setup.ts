// Before any test: build what the tests of functions, cloud and browser run.

import { buildAll } from '../infra/build.mjs'

export default async function setup(): Promise<void> {
  await buildAll()
}
