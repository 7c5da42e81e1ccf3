// Every rule over every resource of the deployment; then the deployment spoilt in one place at a time, to see that the
// rule which should notice does. No snapshots: a rule survives an upgrade and says why.

import { Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { beforeAll, describe, expect, test } from 'vitest'
import { rules } from './rules.ts'
import { openApp, synthesise } from './synthesise.ts'
import { at, list, ofType, prop, spoil, type Template, without, withResource } from './template.ts'

const app = openApp()
let deployed: Template
beforeAll(() => {
  deployed = synthesise(app)
}, 60_000)

describe('the deployment', () => {
  test.each(Object.keys(rules))('%s', (name) => {
    expect(Object.entries(rules).flatMap(([rule, ask]) => (rule === name ? ask(deployed) : []))).toEqual([])
  })

  test('cdk-nag finds nothing that has no reason in writing', () => {
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([])
  })
})
