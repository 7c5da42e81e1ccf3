// Who gets in, and what gets out.

import { functions, nameOf, network } from './functions-expected.ts'
import {
  at,
  faults,
  flat,
  list,
  ofType,
  policiesOf,
  prop,
  type Resource,
  type Rule,
  statements,
  type Template,
  target,
} from './template.ts'

/** What handles text of strangers reaches one bucket and nothing else, and its code can't change that. */
export const renderIsSealed: Rule = (template) => {
  const [render] = functions(template).filter(([, f]) => nameOf(f) === 'render')
  const rights = policiesOf(template, target(prop(render?.[1], 'Role'))).flatMap(([, p]) =>
    statements(prop(p, 'PolicyDocument')),
  )
  const denied = rights.filter(
    ({ effect, condition }) =>
      effect === 'Deny' && target(at(condition, 'ArnEquals', 'lambda:SourceFunctionArn')) === render?.[0],
  )
  const forbidden = [
    'InternetGateway',
    'NatGateway',
    'EgressOnlyInternetGateway',
    'Route',
    'TransitGatewayAttachment',
    'VPCPeeringConnection',
  ]
  const blocked = ofType(template, 'AWS::Route53Resolver::FirewallRuleGroup').some(([, group]) =>
    list(prop(group, 'FirewallRules')).some((rule) => at(rule, 'Action') === 'BLOCK'),
  )
  return [
    ...(list(prop(render?.[1], 'VpcConfig', 'SubnetIds')).length > 0 ? [] : ['render: is in no network']),
    ...network
      .filter((action) => !denied.some(({ actions }) => actions.includes(action)))
      .map((a) => `render: its code may ${a}`),
    ...forbidden.flatMap((type) => ofType(template, `AWS::EC2::${type}`).map(([id]) => `${id}: a way out`)),
    ...ofType(template, 'AWS::EC2::VPCEndpoint').flatMap(([id, door]) => doorFaults(id, door)),
    ...ofType(template, 'AWS::EC2::SecurityGroup').flatMap(([id, group]) => groupFaults(template, id, group)),
    ...(blocked && ofType(template, 'AWS::Route53Resolver::FirewallRuleGroupAssociation').length > 0
      ? []
      : ['names: every name is answered']),
  ]
}

function doorFaults(id: string, door: Resource): string[] {
  const doors = statements(prop(door, 'PolicyDocument'))
  const ours =
    doors.length > 0 &&
    doors.every(({ condition }) => at(condition, 'StringEquals', 'aws:PrincipalAccount') !== undefined)
  const narrow = doors.every(({ actions, resources }) =>
    [...actions, ...resources].every((what) => what !== '*' && !what.startsWith('arn:') && !/:\*$/.test(what)),
  )
  return [
    ...(prop(door, 'VpcEndpointType') === 'Gateway' ? [] : [`${id}: costs money while idle`]),
    ...(ours && narrow ? [] : [`${id}: opens to more than one bucket of ours`]),
  ]
}

function groupFaults(template: Template, id: string, group: Resource): string[] {
  const apart = ofType(template, 'AWS::EC2::SecurityGroupEgress').filter(
    ([, rule]) => target(prop(rule, 'GroupId')) === id,
  )
  // A group without rules lets everything out, so CDK writes one into it that matches nothing.
  const within = list(prop(group, 'SecurityGroupEgress')).filter((rule) => at(rule, 'CidrIp') !== '255.255.255.255/32')
  const out = [...within, ...apart.map(([, rule]) => rule.Properties)]
  const isTls = (rule: unknown) =>
    at(rule, 'IpProtocol') === 'tcp' && at(rule, 'FromPort') === 443 && at(rule, 'ToPort') === 443
  return faults(id, {
    'lets out more than TLS': out.length === 0 || !out.every(isTls),
    'lets something in': list(prop(group, 'SecurityGroupIngress')).length > 0,
  })
}

export const accessLogNamesNobody: Rule = (template) => {
  const allowed = ['requestId', 'requestTime', 'status', 'responseLatency', 'routeKey'].map(
    (name) => `$context.${name}`,
  )
  return ofType(template, 'AWS::ApiGatewayV2::Stage').flatMap(([id, stage]) => {
    const named = flat(prop(stage, 'AccessLogSettings', 'Format') ?? '').match(/\$context[.\w]*/g) ?? []
    return [
      ...(named.length > 0 ? [] : [`${id}: writes no access log`]),
      ...named.filter((name) => !allowed.includes(name)).map((name) => `${id}: logs ${name}`),
      ...(Number(prop(stage, 'DefaultRouteSettings', 'ThrottlingRateLimit')) > 0
        ? []
        : [`${id}: has no bound on requests`]),
    ]
  })
}

export const noOtherSiteMayCall: Rule = (template) =>
  ofType(template, 'AWS::ApiGatewayV2::Api')
    .filter(([, api]) => prop(api, 'CorsConfiguration') !== undefined)
    .map(([id]) => `${id}: answers other sites`)

export const peopleSignInByCodeOnly: Rule = (template) => [
  ...ofType(template, 'AWS::Cognito::UserPool').flatMap(([id, pool]) => {
    return faults(id, {
      'lets anyone sign up': prop(pool, 'AdminCreateUserConfig', 'AllowAdminCreateUserOnly') !== true,
      'can be deleted': prop(pool, 'DeletionProtection') !== 'ACTIVE',
      'takes short passwords': !(Number(prop(pool, 'Policies', 'PasswordPolicy', 'MinimumLength')) >= 12),
      'offers no second factor': prop(pool, 'MfaConfiguration') === 'OFF',
      'has a plan that costs': prop(pool, 'UserPoolTier') === 'PLUS',
    })
  }),
  ...ofType(template, 'AWS::Cognito::UserPoolClient').flatMap(([id, client]) => {
    const [api] = functions(template).filter(([, f]) => nameOf(f) === 'api')
    const home = flat(prop(api?.[1], 'Environment', 'Variables', 'PUBLIC_URL') ?? '')
    return faults(id, {
      'has a secret': prop(client, 'GenerateSecret') !== false,
      'gives more than a code': list(prop(client, 'AllowedOAuthFlows')).join() !== 'code',
      'asks for more than it reads': list(prop(client, 'AllowedOAuthScopes')).join() !== 'openid,email,profile',
      'signs in without a page': list(prop(client, 'ExplicitAuthFlows')).join() !== 'ALLOW_REFRESH_TOKEN_AUTH',
      'comes back to another address':
        list(prop(client, 'CallbackURLs')).map(flat).join() !== `${home}/sign-in/callback`,
    })
  }),
]
