// The whole system on one machine: the very functions that run in the cloud, with local engines for everything around them.

import type { RequestListener } from 'node:http'
import { fileURLToPath } from 'node:url'
import { type AddressSettings, oneOrigin, reachableAt, takeAddress } from './address.ts'
import { type Launch, runCommandLine } from './command-line.ts'
import { type DataFolder, emptyMark, openDataFolder } from './data-folder.ts'
import { startDynamoDb } from './dynamodb.ts'
import { readTextIfThere, replaceFile } from './files.ts'
import { startFunctions } from './functions.ts'
import { gateway } from './http.ts'
import { type DemoAccount, invitedAccount, openIssuer } from './issuer.ts'
import { issuerPath } from './issuer-provider.ts'
import { type Outbox, startMail } from './mail.ts'
import { isObjectLink, objectDoor, objectsPath } from './object-door.ts'
import { isOutbox, outboxDoor, outboxPath } from './outbox.tsx'
import { openQueues, type Queues } from './queue.ts'
import type { Endpoints } from './running.mjs'
import { s3Credentials, startS3 } from './s3.ts'
import { startSecrets } from './secrets.ts'
import { loadStarter, type StarterHost, starterAccounts } from './starter.ts'
import { type Background, loadInBackground, restBesidePeople } from './starter-background.ts'
import { wholeYear } from './starter-year.ts'
import { type Progress, silent } from './terminal.ts'
import { startTimer } from './timer.ts'

export type HomeSettings = AddressSettings & {
  dataFolder: string
  /** Set aside what the folder holds and begin anew. */
  fresh?: boolean
  /** Load the starter content, unless it is there already or was not wanted. */
  starter?: boolean
  /** Load what takes long of it too, beside everything else; whoever stops the home stops it, and the next start goes on. */
  starterYear?: boolean
  /** The starter content is not wanted, now and at every later start on the same data: somebody founds an organisation. */
  empty?: boolean
  /** Who can sign in; the starter's people unless others are given, or the founder alone where it isn't wanted. */
  accounts?: DemoAccount[]
  /** How often the schedule is asked what is due; 0: only by tick(). */
  tickEverySeconds?: number
  /** The build's folder. */
  dist?: string
  progress?: Progress
  /** What a person should know while the home runs, in one line. */
  onTrouble?: (line: string) => void
}

export type Home = {
  /** The public origin, such as http://127.0.0.1:8787. */
  url: string
  endpoints: Endpoints
  /** Every setting of every function, for tools that work on the same data. */
  env: Record<string, string>
  accounts: DemoAccount[]
  /** Whether it began with nothing. */
  isEmpty: boolean
  /** Where every mail lies that was sent. */
  outbox: string
  /** Asks the schedule now what is due. */
  tick: () => Promise<void>
  /** Resolves when no job waits or runs. */
  idle: () => Promise<void>
  /** What takes long of the demo, where it is still being loaded. */
  filling?: Background
  stop: () => Promise<void>
}

const names = { table: 'phieu', bucket: 'phieu', clientId: 'phieu', region: 'local' }
const queueNames = { reports: 'report-jobs', documents: 'render-jobs', exports: 'export-jobs' }

/** After a stop, requests and then jobs may go on this long; a job that is cut short is done again at the next start. */
const grace = { requestsMs: 900, jobsMs: 600 }

/** Starts everything and resolves when it can be used. What was started is stopped again when a later part fails. */
export async function startHome(settings: HomeSettings): Promise<Home> {
  const undo: Undo = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    return { ...(await compose(settings, undo)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export const main = (launch: Launch) => runCommandLine(launch, startHome)

/** What to do to stop, in the order of the start. */
type Undo = (() => Promise<void> | void)[]

async function compose(settings: HomeSettings, undo: Undo): Promise<Omit<Home, 'stop'>> {
  const { progress = silent, onTrouble = () => undefined, dist = defaultDist } = settings
  const data = await openDataFolder(settings.dataFolder, settings.fresh)
  undo.push(data.release)
  const isEmpty = await beginsEmpty(data, settings.empty)
  const accounts = settings.accounts ?? (isEmpty ? [founder] : starterAccounts())
  const door = await takeAddress(settings)
  const closeDoor = () => door.stop(grace.requestsMs)
  undo.push(closeDoor)
  const { publicUrl } = door

  const engines = await progress('Table, objects and queues', () => startEngines(data, undo, onTrouble))
  const env = { ...settingsOf(publicUrl, engines), ...(isEmpty ? { ADMIN_EMAIL: founder.email } : {}) }
  const functions = await progress('Functions', () => startFunctions({ dist, env, logFolder: data.path('log') }))
  undo.push(() => functions.stop(grace.jobsMs), engines.queues.pause)
  const { outbox } = engines
  const issuer = await openIssuer({
    publicUrl,
    clientId: names.clientId,
    accounts: () => whoCanSignIn(accounts, outbox),
    keyFile: data.path('issuer.json'),
  })

  const pages = gateway({ publicUrl, invoke: (event) => functions.invoke('api', event) })
  const mails = outboxDoor(outbox)
  const objects = objectDoor(engines.endpoints.s3, names.region)
  const route: RequestListener = (request, response) => {
    const url = request.url ?? ''
    if (issuer.owns(url)) issuer.handle(request, response)
    else if (isObjectLink(url)) objects(request, response)
    else if (isOutbox(url)) mails(request, response)
    else pages(request, response)
  }
  door.open(oneOrigin(publicUrl, route))
  // The door once more: it closes first of all, while what its visitors asked for can still be answered.
  undo.push(closeDoor)
  engines.queues.start({
    [queueNames.reports]: (event) => functions.invoke('schedule', event),
    [queueNames.documents]: (event) => functions.invoke('render', event),
    [queueNames.exports]: (event) => functions.invoke('export', event),
  })
  const onFailure = (error: unknown) =>
    onTrouble(`The schedule failed: ${messageOf(error)}. See ${data.path('log', 'schedule.log')}`)
  const timer = startTimer({
    everySeconds: settings.tickEverySeconds ?? 60,
    tick: () => functions.invoke('schedule', { kind: 'tick' }),
    onFailure,
  })
  undo.push(timer.stop)
  await data.announce(publicUrl.origin, engines.endpoints)

  const home = {
    url: publicUrl.origin,
    endpoints: engines.endpoints,
    env,
    accounts,
    isEmpty,
    outbox: `${publicUrl.origin}${outboxPath}`,
    tick: timer.tick,
    idle: engines.queues.idle,
  }
  if (!settings.starter || isEmpty) return home
  await fill({ env, reachableAt: reachableAt(door) }, progress)
  await progress('Reports that are due', timer.tick).catch(onFailure)
  const year = settings.starterYear ? await fillBeside(env, onTrouble) : undefined
  if (!year) return home
  undo.push(year.stop)
  return { ...home, filling: year }
}

/** A failure is told and left to the next start; the home is of use without what is missing. */
async function fillBeside(
  env: Record<string, string>,
  onTrouble: (line: string) => void,
): Promise<Background | undefined> {
  const tell = (error: unknown) =>
    onTrouble(`The rest of the demo was not loaded: ${messageOf(error)}. The next start goes on with it.`)
  try {
    return await loadInBackground({ env, span: wholeYear, restAfter: restBesidePeople, onFailure: tell })
  } catch (error) {
    tell(error)
    return undefined
  }
}

type Engines = { endpoints: Endpoints; queues: Queues; outbox: Outbox }

async function startEngines(data: DataFolder, undo: Undo, onTrouble: (line: string) => void): Promise<Engines> {
  const dynamodb = await startDynamoDb(data.path('dynamodb'), names.table)
  undo.push(dynamodb.stop)
  const s3 = await startS3(data.path('s3'), names.bucket, onTrouble)
  undo.push(s3.stop)
  const mail = await startMail(data.path('mail'))
  undo.push(mail.stop)
  const secrets = await startSecrets(data.path('secrets'))
  undo.push(secrets.stop)
  const queues = await openQueues(Object.values(queueNames), {
    folder: data.path('queue'),
    deadLetterFolder: data.path('dead-letters'),
    onDeadLetter: ({ queue, file }) => onTrouble(`A job of ${queue} failed three times and was set aside: ${file}`),
  })
  undo.push(queues.stop)
  const endpoints = {
    dynamodb: dynamodb.endpoint,
    s3: s3.endpoint,
    queue: queues.endpoint,
    mail: mail.endpoint,
    secrets: secrets.endpoint,
  }
  return { endpoints, queues, outbox: mail.outbox }
}

/** Whoever founds the organisation of a home that begins with nothing. */
const founder: DemoAccount = {
  subject: 'founder',
  name: 'Người lập cơ quan',
  email: 'admin@phieu.example',
  role: 'Quản trị viên',
  roleEn: 'Administrator',
  unit: '',
}

/** Whether the demo is not wanted on these data; from then on that is known. */
async function beginsEmpty(data: DataFolder, empty = false): Promise<boolean> {
  const mark = data.path(emptyMark)
  if (empty) await replaceFile(mark, 'Begun with npm start -- --empty\n')
  return (await readTextIfThere(mark)) !== undefined
}

/**
 * The given people, and whoever was written to: who reads the outbox has all of their mail, as they would have by signing in
 * to an issuer that knows their address.
 */
async function whoCanSignIn(accounts: DemoAccount[], outbox: Outbox): Promise<DemoAccount[]> {
  const known = new Set(accounts.map(({ email }) => email.toLowerCase()))
  const invited = (await outbox.addresses()).filter((address) => !known.has(address))
  return [...accounts, ...invited.map(invitedAccount)]
}

/** Every setting of every function; each gets those it names in functions/config.ts. */
function settingsOf({ origin }: URL, { endpoints, queues }: Engines): Record<string, string> {
  return {
    AWS_REGION: names.region,
    ...s3Credentials,
    TABLE_NAME: names.table,
    DYNAMODB_ENDPOINT: endpoints.dynamodb,
    BUCKET_NAME: names.bucket,
    S3_ENDPOINT: endpoints.s3,
    S3_PUBLIC_ENDPOINT: `${origin}${objectsPath}`,
    REPORT_QUEUE_URL: queues.urlOf(queueNames.reports),
    RENDER_QUEUE_URL: queues.urlOf(queueNames.documents),
    EXPORT_QUEUE_URL: queues.urlOf(queueNames.exports),
    MAIL_FROM: 'phieu@home.example',
    MAIL_ENDPOINT: endpoints.mail,
    SECRETS_PREFIX: '/phieu/surveys',
    SSM_ENDPOINT: endpoints.secrets,
    WEBHOOKS_TO: 'loopback',
    PUBLIC_URL: origin,
    OIDC_ISSUER: `${origin}${issuerPath}`,
    OIDC_CLIENT_ID: names.clientId,
  }
}

async function fill(host: Omit<StarterHost, 'progress'>, progress: Progress): Promise<void> {
  // The stores take credentials from the environment, as Lambda gives them. Real ones of this machine are never used here.
  Object.assign(process.env, s3Credentials)
  await progress('Starter content', (update) =>
    loadStarter({ ...host, progress: (done, total, what) => update(`${what} ${done}/${total}`) }),
  )
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** dist/, seen from this file and from its bundle alike. */
const defaultDist = fileURLToPath(new URL('../../dist', import.meta.url))
