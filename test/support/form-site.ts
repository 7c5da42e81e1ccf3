// The api over memory behind a real socket, with a campaign that asks a form: what a browser is pointed at to fill one in.

import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { readAssets } from '../../functions/api/assets.ts'
import { insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { insertFormVersion } from '../../functions/store/forms.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { asId, CampaignId } from '../../shared/ids.ts'
import { path } from '../../shared/paths.ts'
import { testApi } from './api.ts'
import { aCampaign, inspector, org, period, store, unitId } from './scenario.ts'

const requestOf = async (message: IncomingMessage, origin: string): Promise<Request> => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) if (typeof value === 'string') headers.set(name, value)
  const hasBody = message.method !== 'GET' && message.method !== 'HEAD'
  const init = { method: message.method ?? 'GET', headers, ...(hasBody ? { body: await buffer(message) } : {}) }
  return new Request(`${origin}${message.url}`, init)
}

export type FormSite = Awaited<ReturnType<typeof openFormSite>>

/** Serves `version` to the inspector. `build` must have run: the pages' scripts and styles are the built ones. */
export async function openFormSite(version: FormVersion) {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  const server: Server = createServer(async (message, response) => {
    const { status, headers, body } = await requestOf(message, origin).then((request) => answer(request))
    response.writeHead(status, Object.fromEntries(headers))
    response.end(body ? Buffer.from(await new Response(body).arrayBuffer()) : undefined)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const api = testApi({ publicUrl: origin, assets: await readAssets('dist/functions/api/assets') })
  await store(api.table)
  const campaign = {
    ...aCampaign(),
    id: asId(CampaignId, 'every'),
    form: { formId: version.formId, version: version.version },
    indicators: [],
  }
  await insertFormVersion(api.table, org, version)
  await saveCampaign(api.table, campaign, 0)
  await insertCampaignUnit(api.table, campaign, enterUnit(unitId('cell-1'), 1))
  answer = (request) => api.app.fetch(request)
  const [name = '', token = ''] = (await api.signIn(inspector)).split('=')
  return {
    api,
    origin,
    form: `${origin}${path.form(campaign.id, period, unitId('cell-1'))}`,
    cookies: [{ name, value: token, url: origin }],
    close: () => new Promise((done) => server.close(done)),
  }
}
