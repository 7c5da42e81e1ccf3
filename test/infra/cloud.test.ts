// Every rule over every resource of the deployment; then the deployment spoilt in one place at a time, to see that the
// rule which should notice does. No snapshots: a rule survives an upgrade and says why.

import { Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { beforeAll, describe, expect, test } from 'vitest'
import { mutants } from './mutants.ts'
import { rules } from './rules.ts'
import { openApp, synthesise } from './synthesise.ts'
import type { Template } from './template.ts'

const app = openApp()
let deployed: Template
beforeAll(() => {
  deployed = synthesise(app)
}, 60_000)

describe('the deployment', () => {
  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(deployed)).toEqual([])
  })

  test('cdk-nag finds nothing that has no reason in writing', () => {
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([])
  })
})

describe('a deployment spoilt in one place', () => {
  test.each(mutants)('%s: %s notices', (_, name, spoilIt) => {
    expect(rules[name](spoilIt(deployed))).not.toEqual([])
  })

  test('every rule has been seen to notice something', () => {
    const seen = mutants.map(([, name]): string => name)
    expect(Object.keys(rules).filter((name) => !seen.includes(name))).toEqual([])
  })

  test('cdk-nag stops a queue that takes plain text', () => {
    const spoilt = openApp({ oidcIssuer: 'https://issuer.example', oidcClientId: 'phieu' })
    new Queue(new Stack(spoilt, 'Beside'), 'Plain')
    expect(new AwsSolutionsChecks(spoilt).validateScope(spoilt).violations.map((found) => found.ruleName)).toContain(
      'AwsSolutions-SQS4',
    )
  })
})
