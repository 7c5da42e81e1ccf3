// Every rule over every resource of the deployment; then the deployment spoilt in one place at a time, to see that the
// rule which should notice does. No snapshots: a rule survives an upgrade and says why.

import { Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '../../infra/cloud/settings.ts'
import { mutants } from './mutants.ts'
import { rules } from './rules.ts'
import { openApp, synthesise } from './synthesise.ts'
import { ofType, prop, type Template } from './template.ts'

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

describe('what whoever deploys may choose', () => {
  test('an issuer, an address, a mail for alarms, a prefix list and a name', () => {
    const chosen = synthesise(
      openApp({
        installation: 'Trial',
        oidcIssuer: 'https://issuer.example',
        oidcClientId: 'phieu',
        publicUrl: 'https://phieu.example',
        alarmEmail: 'office@phieu.example',
        s3PrefixList: 'pl-0a1b2c3d',
        mailFrom: 'phieu@mail.example',
        adminEmail: 'an@phieu.example',
      }),
    )
    expect(Object.values(rules).flatMap((rule) => rule(chosen))).toEqual([])
    expect(Object.values(chosen.Resources).filter(({ Type }) => Type.startsWith('AWS::Cognito::'))).toEqual([])
    const told = ofType(chosen, 'AWS::Lambda::Function').map(([, api]) => prop(api, 'Environment', 'Variables'))
    expect(told).toContainEqual(
      expect.objectContaining({
        OIDC_ISSUER: 'https://issuer.example',
        OIDC_CLIENT_ID: 'phieu',
        PUBLIC_URL: 'https://phieu.example',
        MAIL_FROM: 'phieu@mail.example',
        ADMIN_EMAIL: 'an@phieu.example',
      }),
    )
    const [subscription] = ofType(chosen, 'AWS::SNS::Subscription')
    expect(prop(subscription?.[1], 'Endpoint')).toBe('office@phieu.example')
    const [out] = ofType(chosen, 'AWS::EC2::SecurityGroupEgress')
    expect(prop(out?.[1], 'DestinationPrefixListId')).toBe('pl-0a1b2c3d')
  })

  test.each([
    ['half an issuer', { oidcIssuer: 'https://issuer.example' }, 'belong together'],
    ['an address without TLS', { publicUrl: 'http://phieu.example' }, 'publicUrl'],
    ['an address with a slash at its end', { publicUrl: 'https://phieu.example/' }, 'publicUrl'],
    ['a name that is no name', { installation: 'x y' }, 'installation'],
    ['a mail that is none', { alarmEmail: 'office' }, 'alarmEmail'],
    ['a sender that is none', { mailFrom: 'office' }, 'mailFrom'],
  ])('%s is refused by name', (_, context, named) => {
    expect(() => readSettings(openApp(context))).toThrow(named)
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
