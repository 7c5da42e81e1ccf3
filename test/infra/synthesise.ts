// Makes the templates that `cdk deploy` would send, without the command line, an account or a network.

import { readFileSync } from 'node:fs'
import { App } from 'aws-cdk-lib'
import * as v from 'valibot'
import { addInstallation } from '../../infra/cloud/installation.ts'
import { Template } from './template.ts'

const CdkJson = v.object({ context: v.record(v.string(), v.unknown()) })

/** The same flags as the command line reads. Assets stay where they are, so that a template names their folders. */
export const openApp = (context: Record<string, string> = {}): App =>
  new App({
    outdir: 'test/.out/cdk',
    context: {
      ...v.parse(CdkJson, JSON.parse(readFileSync('cdk.json', 'utf8'))).context,
      'aws:cdk:disable-asset-staging': true,
      'aws:cdk:enable-asset-metadata': true,
      ...context,
    },
  })

/** Both stacks as one template; their resources have no name in common. */
export function synthesise(app: App): Template {
  addInstallation(app)
  const resources = app.synth().stacks.flatMap((stack) => Object.entries(v.parse(Template, stack.template).Resources))
  if (new Set(resources.map(([id]) => id)).size < resources.length) throw new Error('Two stacks share a logical id')
  return { Resources: Object.fromEntries(resources) }
}
