// Reading synthesised templates: plain JSON, seen through a few questions, so that rules can be asked of the real ones
// and of ones that were spoilt on purpose.

import * as v from 'valibot'

const Resource = v.looseObject({
  Type: v.string(),
  Properties: v.optional(v.record(v.string(), v.unknown()), {}),
  Metadata: v.optional(v.record(v.string(), v.unknown()), {}),
  DeletionPolicy: v.optional(v.string()),
  UpdateReplacePolicy: v.optional(v.string()),
})
export type Resource = v.InferOutput<typeof Resource>

export const Template = v.object({ Resources: v.record(v.string(), Resource) })
export type Template = v.InferOutput<typeof Template>

/** A question to a template, answered with what breaks it. */
export type Rule = (template: Template) => string[]

/** The faults that are there, each with the resource it was found at. */
export const faults = (id: string, found: Record<string, boolean>): string[] =>
  Object.entries(found).flatMap(([what, is]) => (is ? [`${id}: ${what}`] : []))

export const isSentence = (text: unknown): boolean => typeof text === 'string' && /^[A-Z].{30,}\.$/s.test(text)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** All resources of one type, by their logical ids. */
export const ofType = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type)

/** What lies at a path of names and positions, or undefined. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value)
}

/** A property of a resource. */
export const prop = (resource: Resource | undefined, ...path: (string | number)[]): unknown =>
  at(resource?.Properties, ...path)

/** IAM and CloudFormation write a list of one as the one itself. */
export const list = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** A value with its references written out as text, in cdk-nag's way: <Id.Arn>, <Id>, the name of an export. */
export function flat(value: unknown): string {
  if (typeof value === 'string') return value
  if (!isRecord(value)) return JSON.stringify(value) ?? ''
  const join = value['Fn::Join']
  if (join !== undefined)
    return list(at(join, 1))
      .map(flat)
      .join(flat(at(join, 0)))
  const attribute = value['Fn::GetAtt']
  if (attribute !== undefined) return `<${list(attribute).map(flat).join('.')}>`
  if (value['Ref'] !== undefined) return `<${flat(value['Ref'])}>`
  if (value['Fn::ImportValue'] !== undefined) return flat(value['Fn::ImportValue'])
  return JSON.stringify(value)
}

/** The logical id a reference points at. */
export const target = (reference: unknown): string => flat(at(reference, 'Fn::GetAtt', 0) ?? at(reference, 'Ref') ?? '')

export type Statement = {
  effect: string
  actions: string[]
  resources: string[]
  condition: unknown
  principal: unknown
}

export const statements = (document: unknown): Statement[] =>
  list(at(document, 'Statement')).map((statement) => ({
    effect: flat(at(statement, 'Effect')),
    actions: list(at(statement, 'Action')).map(flat),
    resources: list(at(statement, 'Resource')).map(flat),
    condition: at(statement, 'Condition'),
    principal: at(statement, 'Principal'),
  }))

/** Every policy attached to a role, with the statements in it. */
export const policiesOf = (template: Template, role: string): [string, Resource][] =>
  ofType(template, 'AWS::IAM::Policy').filter(([, policy]) =>
    list(prop(policy, 'Roles')).some((r) => target(r) === role),
  )

/** A copy of the template in which the value at a path of the first resource of a type is another, or gone. */
export function spoil(template: Template, type: string, path: (string | number)[], to?: unknown): Template {
  const copy = structuredClone(template)
  const [found] = ofType(copy, type)
  if (!found) throw new Error(`Nothing to spoil: no ${type}`)
  const parent = at(found[1], ...path.slice(0, -1))
  const last = path.at(-1)
  if (!isRecord(parent) || last === undefined) throw new Error(`Nothing to spoil: ${type} has no ${path.join('.')}`)
  if (to === undefined) delete parent[last]
  else parent[last] = to
  return copy
}

/** A copy of the template with one more resource. */
export const withResource = (
  template: Template,
  id: string,
  Type: string,
  Properties: Record<string, unknown> = {},
): Template => ({
  Resources: { ...template.Resources, [id]: { Type, Properties, Metadata: {} } },
})

/** A copy of the template without the first resource of a type. */
export function without(template: Template, type: string): Template {
  const [found] = ofType(template, type)
  if (!found) throw new Error(`Nothing to leave out: no ${type}`)
  return { Resources: Object.fromEntries(Object.entries(template.Resources).filter(([id]) => id !== found[0])) }
}
