// What runs, and what it may do: a list of house constructs. Everything in here can be deleted and made again.

import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { logCode } from '../../functions/log.ts'
import { Alarms, alarmPeriod } from './alarms.ts'
import type { DataStack } from './data-stack.ts'
import { HouseFunction } from './house-function.ts'
import { HouseQueue } from './house-queue.ts'
import { PublicApi } from './public-api.ts'
import {
  eraseSlips,
  everySecret,
  exportsPrefix,
  filesPrefixes,
  issuedPrefix,
  keepSurveySecrets,
  learnThatAPaperIsMissing,
  learnThatAReportIsMissing,
  learnThatEvidenceIsMissing,
  learnThatSlipsAreMissing,
  listParts,
  noteExports,
  papersPrefix,
  pastPrefix,
  readAndWriteFiles,
  readAndWriteIssued,
  readAndWritePapers,
  readAndWriteRecords,
  readAndWriteReports,
  readAndWriteSlips,
  readEvidence,
  readExports,
  readPastFigures,
  readRecords,
  reportsPrefix,
  secretsPrefix,
  sendMailFrom,
  sendTo,
  slipsPrefix,
  writeExports,
} from './rights.ts'

import { SealedNetwork } from './sealed-network.ts'
import type { Settings } from './settings.ts'
import { Ticks } from './ticks.ts'

const timeLimit = {
  /** HTTP APIs give up after 30 seconds. */
  api: Duration.seconds(29),
  /** Less than the five minutes between two ticks. */
  schedule: Duration.minutes(4),
  render: Duration.seconds(60),
  /** As long as a function may take: what takes longer is asked for in parts. */
  export: Duration.minutes(15),
}

const reportsReason =
  'Reports are many and their keys are chosen while it runs; the right ends at their prefix of one bucket.'
const papersReason =
  'Records and blank forms are named by the hash of what they say; the right ends at their prefix of one bucket.'
const issuedReason = 'Issued files are named by their hashes; the right ends at their prefix of one bucket.'
const slipsReason = 'Slips are named at random while it runs; the right ends at their prefix of one bucket.'
const secretsReason =
  'Each survey has a secret of its own, made when it is prepared and destroyed when it is sealed; so has each webhook.'
const filesReason =
  'Files that belong to answers are named by their hash while it runs; the right ends at their prefix of one bucket.'
const pastReason =
  'Rows of figures are named when they are brought; the right ends at their prefix of one bucket, and only reads.'
const exportsReason = 'Exports are named while it runs; the right ends at their prefix of one bucket.'

type Parts = {
  data: DataStack
  settings: Settings
  alarms: Alarms
  reports: HouseQueue
  documents: HouseQueue
  exports: HouseQueue
}

export class AppStack extends Stack {
  constructor(scope: Construct, id: string, { data, settings }: { data: DataStack; settings: Settings }) {
    super(scope, id, { description: 'Phieu: pages, schedule and renderer' })
    const alarms = new Alarms(this, 'Alarms', settings.alarmEmail)
    const reports = new HouseQueue(this, 'ReportJobs', {
      alarms,
      jobTimeout: timeLimit.schedule,
      whoIsHurtWhenItFails: 'A leader waits for a report that is due, and its figures were never put together.',
    })
    const documents = new HouseQueue(this, 'RenderJobs', {
      alarms,
      jobTimeout: timeLimit.render,
      whoIsHurtWhenItFails:
        'A leader sees a report on the screen, or an office a record, and has no PDF to print or sign.',
    })
    const exports = new HouseQueue(this, 'ExportJobs', {
      alarms,
      jobTimeout: timeLimit.export,
      whoIsHurtWhenItFails: 'Someone waits for a file of answers to work with, and it will not come.',
    })
    const parts = { data, settings, alarms, reports, documents, exports }
    const address = addPages(this, parts)
    addSchedule(this, parts, address)
    addRenderer(this, parts)
    addExporter(this, parts)
    new CfnOutput(this, 'AlarmTopic', { value: alarms.topic.topicArn, description: 'Subscribe to hear the alarms' })
  }
}

/** Answers the address that people type. */
function addPages(stack: Stack, { data, settings, alarms, reports, documents, exports }: Parts): string {
  const web = new PublicApi(stack, 'Web')
  const address = settings.publicUrl ?? web.address
  const issuer = settings.issuer ?? data.people?.addClient(stack, address)
  if (!issuer) throw new Error('Nobody could sign in: there is neither an issuer nor a user pool')
  const api = new HouseFunction(stack, 'Api', {
    folder: 'api',
    // Lambda gives CPU by memory: pages are rendered and compressed here, and a cold start is read by a person.
    memory: 1024,
    timeout: timeLimit.api,
    environment: {
      TABLE_NAME: data.table.tableName,
      BUCKET_NAME: data.bucket.bucketName,
      REPORT_QUEUE_URL: reports.queue.queueUrl,
      EXPORT_QUEUE_URL: exports.queue.queueUrl,
      RENDER_QUEUE_URL: documents.queue.queueUrl,
      PUBLIC_URL: address,
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: issuer.clientId,
      SECRETS_PREFIX: secretsPrefix(stack),
      ...mailSettings(settings),
      ...(settings.adminEmail ? { ADMIN_EMAIL: settings.adminEmail } : {}),
    },
    rights: [
      keepSurveySecrets(stack),
      readAndWriteRecords(data.table),
      readAndWriteReports(data.bucket),
      readAndWriteIssued(data.bucket),
      readExports(data.bucket),
      readAndWriteFiles(data.bucket),
      readAndWritePapers(data.bucket),
      readAndWriteSlips(data.bucket),
      eraseSlips(data.bucket),
      listParts(data.bucket),
      learnThatAReportIsMissing(data.bucket),
      learnThatAPaperIsMissing(data.bucket),
      learnThatSlipsAreMissing(data.bucket),
      sendTo(reports.queue, documents.queue, exports.queue),
      ...mailRights(stack, settings),
    ],
    failureCode: logCode.requestFailed,
    whoIsHurtWhenItFails: 'Someone who opened a page or sent a form got an error instead.',
    alarms,
  })
  api.explainWildcard(everySecret(stack), secretsReason)
  api.explainWildcard(data.everyObject(reportsPrefix), reportsReason)
  api.explainWildcard(data.everyObject(issuedPrefix), issuedReason)
  api.explainWildcard(data.everyObject(exportsPrefix), exportsReason)
  api.explainWildcard(data.everyObject(papersPrefix), papersReason)
  api.explainWildcard(data.everyObject(slipsPrefix), slipsReason)
  for (const prefix of filesPrefixes) api.explainWildcard(data.everyObject(prefix), filesReason)
  web.handTo(api.lambda)
  alarms.ringOnAny(stack, 'ApiThrottledAlarm', api.lambda.metricThrottles({ period: alarmPeriod }), {
    whoIsHurtWhenItFails: 'Someone who opened a page or sent a form was turned away, because too many came at once.',
    lookAt: "Compare the account's limit of functions that run at once with what it is used for, and ask AWS for more.",
  })
  new CfnOutput(stack, 'Address', { value: address, description: 'Where people open Phieu' })
  return address
}

const mailSettings = ({ mailFrom }: Settings): Record<string, string> => (mailFrom ? { MAIL_FROM: mailFrom } : {})
const mailRights = (stack: Stack, { mailFrom }: Settings) => (mailFrom ? [sendMailFrom(stack, mailFrom)] : [])

function addSchedule(stack: Stack, { data, settings, alarms, reports, documents }: Parts, address: string): void {
  const schedule = new HouseFunction(stack, 'Schedule', {
    folder: 'schedule',
    // Nobody waits for it, and it mostly waits for the table.
    memory: 512,
    timeout: timeLimit.schedule,
    environment: {
      TABLE_NAME: data.table.tableName,
      BUCKET_NAME: data.bucket.bucketName,
      REPORT_QUEUE_URL: reports.queue.queueUrl,
      RENDER_QUEUE_URL: documents.queue.queueUrl,
      PUBLIC_URL: address,
      SECRETS_PREFIX: secretsPrefix(stack),
      ...mailSettings(settings),
    },
    rights: [
      keepSurveySecrets(stack),
      readAndWriteRecords(data.table),
      readAndWriteReports(data.bucket),
      readAndWriteIssued(data.bucket),
      readPastFigures(data.bucket),
      learnThatAReportIsMissing(data.bucket),
      sendTo(reports.queue, documents.queue),
      ...mailRights(stack, settings),
    ],
    failureCode: logCode.jobFailed,
    whoIsHurtWhenItFails: 'Leaders may find no report on the day it is due.',
    alarms,
  })
  schedule.explainWildcard(everySecret(stack), secretsReason)
  schedule.explainWildcard(data.everyObject(reportsPrefix), reportsReason)
  schedule.explainWildcard(data.everyObject(issuedPrefix), issuedReason)
  schedule.explainWildcard(data.everyObject(pastPrefix), pastReason)
  schedule.takeJobsFrom(reports.queue, 2)
  // A tick that failed is not tried again: the next one asks the same question.
  schedule.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) })
  alarms.ringOnSilence(
    stack,
    'ScheduleSilentAlarm',
    schedule.lambda.metricInvocations({ period: Duration.minutes(30) }),
    {
      whoIsHurtWhenItFails: 'No report is made any more, and nobody is told, because the schedule has stopped ticking.',
      lookAt:
        'See whether the five-minute schedule is still there and enabled, and what it left in the dead-letter queue.',
    },
  )
  new Ticks(stack, 'Ticks', { target: schedule.lambda, deadLetters: reports.deadLetters })
}

function addRenderer(stack: Stack, { data, settings, alarms, documents }: Parts): void {
  const network = new SealedNetwork(stack, 'Network', { bucket: data.bucket, s3PrefixList: settings.s3PrefixList })
  const render = new HouseFunction(stack, 'Render', {
    folder: 'render',
    // One whole processor: laying out pages is all it does.
    memory: 1769,
    timeout: timeLimit.render,
    environment: { BUCKET_NAME: data.bucket.bucketName },
    rights: [
      readAndWriteReports(data.bucket),
      readAndWritePapers(data.bucket),
      readAndWriteSlips(data.bucket),
      learnThatAReportIsMissing(data.bucket),
      learnThatAPaperIsMissing(data.bucket),
      learnThatSlipsAreMissing(data.bucket),
    ],
    failureCode: logCode.renderFailed,
    whoIsHurtWhenItFails:
      'A leader gets no PDF of a report, or an office none of a record, that is otherwise finished.',
    alarms,
    network,
  })
  render.explainWildcard(data.everyObject(reportsPrefix), reportsReason)
  render.explainWildcard(data.everyObject(papersPrefix), papersReason)
  render.explainWildcard(data.everyObject(slipsPrefix), slipsReason)
  render.takeJobsFrom(documents.queue, 4)
}

function addExporter(stack: Stack, { data, alarms, exports }: Parts): void {
  const exporter = new HouseFunction(stack, 'Export', {
    folder: 'export',
    // One whole processor: packing is most of it, and the time that a job may take is bounded.
    memory: 1769,
    timeout: timeLimit.export,
    environment: { TABLE_NAME: data.table.tableName, BUCKET_NAME: data.bucket.bucketName },
    rights: [
      readRecords(data.table),
      noteExports(data.table),
      readEvidence(data.bucket),
      learnThatEvidenceIsMissing(data.bucket),
      writeExports(data.bucket),
    ],
    failureCode: logCode.exportFailed,
    whoIsHurtWhenItFails: 'Someone waits longer for a file of answers to work with, or gets none.',
    alarms,
  })
  exporter.explainWildcard(data.everyObject(exportsPrefix), exportsReason)
  exporter.explainWildcard(data.everyObject(filesPrefixes[0]), filesReason)
  exporter.takeJobsFrom(exports.queue, 2)
}
