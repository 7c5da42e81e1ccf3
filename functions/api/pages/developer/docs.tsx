// The API's document, and its page for people.

import { languages } from '../../../../shared/language.ts'
import { developerMessages } from '../../../../shared/messages/developer.ts'
import { DocsPage, type DocumentedOperation } from '../../../../web/pages/developer/docs.tsx'
import { type Call, pageContext } from '../../call.ts'
import {
  type DescribedRoute,
  describedRoutes,
  jsonSchemaOf,
  openApiDocument,
  parametersIn,
} from '../../described/document.ts'
import { areas } from '../../described/operation.ts'
import { pathParameters } from '../../described/parameters.ts'
import { schemas } from '../../described/schemas.ts'
import { statusOf } from '../../problem-response.tsx'
import { routes } from '../../routes.ts'

/** GET /api/openapi.json: in English, or in the language of `?language=`. */
export function sendDocument({ c, deps }: Call): Response {
  const language = languages.find((one) => one === c.req.query('language')) ?? 'en'
  return c.json(openApiDocument(routes, language, deps.publicUrl))
}

/** GET /api */
export function showDocs(call: Call): Response | Promise<Response> {
  const { language, deps, me } = call
  const all = describedRoutes(routes).map((described) => ({
    area: described.operation.area,
    operation: documented(call, described),
  }))
  const m = developerMessages[language].docs
  return call.c.html(
    <DocsPage
      context={pageContext(call)}
      publicUrl={deps.publicUrl}
      mayTry={me !== undefined}
      areas={areas.map((area) => ({
        id: area,
        title: m.areas[area],
        operations: all.filter((one) => one.area === area).map(({ operation }) => operation),
      }))}
      schemas={Object.entries(schemas).map(([name, schema]) => ({ name, json: pretty(jsonSchemaOf(schema)) }))}
    />,
  )
}

const pretty = (value: unknown): string => JSON.stringify(value, null, 2)

function documented({ language, deps }: Call, { operation, route, scope }: DescribedRoute): DocumentedOperation {
  const { id, summary, says, parameters = [], body, answers, problems } = operation
  const inPath = parametersIn(route.path).map((name) => {
    const { says: said, example } = pathParameters[name]
    return { name, place: 'path' as const, says: said[language], isRequired: true, example: String(example) }
  })
  const others = parameters.map(({ name, in: place, says: said, isRequired = false, example }) => ({
    ...{ name, place, says: said[language], isRequired },
    example: example === undefined ? '' : String(example),
  }))
  return {
    id,
    method: route.method,
    path: route.path.replace(/:(\w+)/g, '{$1}'),
    summary: summary[language],
    says: says?.[language],
    scope,
    parameters: [...inPath, ...others],
    body: body === undefined || body === 'bytes' ? body : { schema: body.schema, example: pretty(body.example) },
    answers: Object.entries(answers).map(([status, answer]) => ({
      status,
      says: answer.says[language],
      schema: answer.schema,
      example: answer.example === undefined ? undefined : pretty(answer.example),
    })),
    problems: problems.map((code) => ({ code, status: statusOf[code] })),
    curl: curlOf(operation, route, deps.publicUrl),
    trying: route.method === 'GET' ? 'reading' : id === 'sendResponse' ? 'sending' : undefined,
  }
}

/** One command on several lines; the examples stand where one's own values go. */
function curlOf(
  { parameters = [], body }: DescribedRoute['operation'],
  route: DescribedRoute['route'],
  publicUrl: string,
) {
  const filled = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const [known] = parametersIn(`:${name}`)
    return known ? String(pathParameters[known].example) : name
  })
  const query = new URLSearchParams(
    parameters.flatMap(({ name, in: place, example }) =>
      place === 'query' && example !== undefined ? [[name, String(example)]] : [],
    ),
  )
  const headers = parameters.flatMap(({ name, in: place, example }) =>
    place === 'header' ? [`-H '${name}: ${example}'`] : [],
  )
  const sent =
    body === 'bytes'
      ? ["-H 'Content-Type: application/octet-stream'", '--data-binary @part']
      : body
        ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body.example)}'`]
        : []
  const method = route.method === 'GET' ? '' : ` -X ${route.method}`
  const address = `${publicUrl}${filled}${query.size > 0 ? `?${query}` : ''}`
  return [`curl${method} '${address}'`, "-H 'Authorization: Bearer phieu_…'", ...headers, ...sent].join(' \\\n  ')
}
