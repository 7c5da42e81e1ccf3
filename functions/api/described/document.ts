// The OpenAPI 3.1 document, made of the route table, the descriptions and the schemas that check what comes in.

import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import type { Language } from '../../../shared/language.ts'
import { developerMessages } from '../../../shared/messages/developer.ts'
import type { Scope } from '../../../shared/organisation/api-token.ts'
import type { ProblemCode } from '../../../shared/problems.ts'
import { statusOf } from '../problem-response.tsx'
import type { Route } from '../routes/route.ts'
import { type Answer, areas, type Operation, type Parameter } from './operation.ts'
import { operations } from './operations.ts'
import { pathParameters } from './parameters.ts'
import { type SchemaName, schemas } from './schemas.ts'

type Json = { readonly [name: string]: unknown }

/** What any address may answer with, once it takes a token. */
const everywhere: readonly ProblemCode[] = [
  'access.not-signed-in',
  'access.authorization-malformed',
  'access.token-invalid',
  'access.scope-missing',
  'server.failed',
]

const conversion: ConversionConfig = {
  target: 'draft-2020-12',
  typeMode: 'input',
  // What a schema checks beyond its shape is said in words where it matters.
  ignoreActions: ['brand', 'check', 'trim'],
  overrideSchema: ({ valibotSchema }) =>
    valibotSchema.type === 'custom' ? { type: 'object', additionalProperties: true } : undefined,
}

export function jsonSchemaOf(schema: v.GenericSchema): Json {
  const { $schema, ...json } = toJsonSchema(schema, conversion)
  return { ...json }
}

const reference = (name: SchemaName): Json => ({ $ref: `#/components/schemas/${name}` })

/** An address for programs with what the route table says of it. */
export type DescribedRoute = { readonly operation: Operation; readonly route: Route; readonly scope: Scope }

/** Every description with its route, in the order of the descriptions. Throws where the two don't fit: a test would say so. */
export function describedRoutes(routes: readonly Route[]): DescribedRoute[] {
  const byName = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]))
  return operations.map((operation) => {
    const route = byName.get(operation.route)
    if (!route?.scope) throw new Error(`${operation.route} is described, and is no address for programs`)
    return { operation, route, scope: route.scope }
  })
}

type PathParameter = keyof typeof pathParameters
const isPathParameter = (name: string): name is PathParameter => Object.hasOwn(pathParameters, name)

/** What stands in a path of the route table. Throws for a name that isn't described. */
export const parametersIn = (path: string): PathParameter[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    if (!isPathParameter(name)) throw new Error(`${path}: ${name} is not described`)
    return name
  })

export function openApiDocument(routes: readonly Route[], language: Language, publicUrl: string): Json {
  const m = developerMessages[language]
  const paths: Record<string, Record<string, Json>> = {}
  for (const described of describedRoutes(routes)) {
    const path = described.route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [described.route.method.toLowerCase()]: operationOf(described, language) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: m.docs.title,
      version: '1',
      description: m.docs.lead,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    tags: areas.map((area) => ({ name: area, description: m.docs.areas[area] })),
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: m.docs.token } },
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchemaOf(schema)])),
    },
  }
}

function operationOf({ operation, route, scope }: DescribedRoute, language: Language): Json {
  const { id, area, summary, says, parameters = [], body, answers, problems } = operation
  const m = developerMessages[language]
  const needs = `${m.docs.scope}: \`${scope}\` (${m.scopes[scope]}).`
  return {
    operationId: id,
    tags: [area],
    summary: summary[language],
    description: [says?.[language], needs].filter((text) => text !== undefined).join('\n\n'),
    'x-scope': scope,
    parameters: [
      ...parametersIn(route.path).map((name) => {
        const { schema, says: said, example } = pathParameters[name]
        return { name, in: 'path', required: true, description: said[language], schema: jsonSchemaOf(schema), example }
      }),
      ...parameters.map((parameter) => parameterOf(parameter, language)),
    ],
    ...(body === undefined ? {} : { requestBody: bodyOf(body) }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, language)])),
      ...problemAnswers([...problems, ...everywhere], language),
    },
  }
}

const parameterOf = ({ name, in: place, schema, says, isRequired, example }: Parameter, language: Language): Json => ({
  name,
  in: place,
  required: isRequired ?? false,
  description: says[language],
  schema: jsonSchemaOf(schema),
  ...(example === undefined ? {} : { example }),
})

const bodyOf = (body: NonNullable<Operation['body']>): Json => ({
  required: true,
  content:
    body === 'bytes'
      ? { 'application/octet-stream': {} }
      : { 'application/json': { schema: reference(body.schema), example: body.example } },
})

function answerOf({ says, schema, example, headers = {}, isFile }: Answer, language: Language): Json {
  const content = schema
    ? { 'application/json': { schema: reference(schema), ...(example === undefined ? {} : { example }) } }
    : isFile
      ? { 'application/octet-stream': {} }
      : undefined
  const described = Object.entries(headers).map(([name, said]) => [
    name,
    { description: said[language], schema: { type: 'string' } },
  ])
  return {
    description: says[language],
    ...(described.length > 0 ? { headers: Object.fromEntries(described) } : {}),
    ...(content ? { content } : {}),
  }
}

/** One answer for each status, with the codes it may carry. */
function problemAnswers(codes: readonly ProblemCode[], language: Language): Json {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of codes) byStatus.set(statusOf[code], [...(byStatus.get(statusOf[code]) ?? []), code])
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      String(status),
      {
        description: `${developerMessages[language].docs.problem}: ${[...new Set(some)].map((code) => `\`${code}\``).join(', ')}`,
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    ]),
  )
}
