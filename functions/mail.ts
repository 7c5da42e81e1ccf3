// Mail by the API of SES, version 2, or anything that speaks its one verb. Signed by aws4fetch, as in objects.ts. One message
// goes to one address: nobody learns who else was written to.

import { environmentClient } from './objects.ts'

export type Message = {
  readonly to: string
  /** One line; line breaks and control characters become blanks. */
  readonly subject: string
  /** Plain text; lines end with \n. */
  readonly text: string
}

/** The service has not taken the message, and may take it later. */
export class MailNotTaken extends Error {}

export type Mail = {
  /**
   * 'refused': the service doesn't take this message, and won't take it later. Throws MailNotTaken where it said that it
   * takes nothing now; another error where nobody knows whether it was taken.
   */
  readonly send: (message: Message) => Promise<'sent' | 'refused'>
}

export type MailSettings = {
  readonly AWS_REGION: string
  /** The address that mails come from; without it there is no mail. */
  readonly MAIL_FROM?: string | undefined
  readonly MAIL_ENDPOINT?: string | undefined
}

const senderName = 'Phiếu'

/** A header can't hold a line break, and whoever typed one meant a blank. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** RFC 2047: the display name isn't ASCII, and SES encodes subjects and bodies but no addresses. */
const encodedWord = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`

/** An address that can stand in a header by itself: one, and nothing around it. */
const isPlainAddress = (address: string): boolean => /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/.test(address)

/** The body of SES's SendEmail. */
const sendEmailBody = (from: string, { to, subject, text }: Message) => ({
  FromEmailAddress: `${encodedWord(senderName)} <${from}>`,
  Destination: { ToAddresses: [to] },
  Content: {
    Simple: {
      Subject: { Data: oneLine(subject), Charset: 'UTF-8' },
      Body: { Text: { Data: text, Charset: 'UTF-8' } },
    },
  },
})

/** Opens the way out for mails; undefined where no sender is set. Credentials come from the environment. */
export function openMail({ AWS_REGION, MAIL_FROM, MAIL_ENDPOINT }: MailSettings): Mail | undefined {
  if (MAIL_FROM === undefined) return undefined
  const client = environmentClient('ses', AWS_REGION)
  const endpoint = MAIL_ENDPOINT ?? `https://email.${AWS_REGION}.amazonaws.com`
  return {
    send: async (message) => {
      if (!isPlainAddress(message.to)) return 'refused'
      const answer = await client.fetch(`${endpoint}/v2/email/outbound-emails`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sendEmailBody(MAIL_FROM, message)),
      })
      const said = await answer.text()
      if (answer.ok) return 'sent'
      // What is wrong with this message alone; a missing right or a paused account (403, 400 by name) concerns all of them.
      if (answer.status === 400 && /MessageRejected|BadRequestException/.test(said + errorType(answer)))
        return 'refused'
      // Not what the service said: it may repeat the address.
      throw new MailNotTaken(`Mail: SendEmail answered ${answer.status} ${errorType(answer)}`)
    },
  }
}

const errorType = (answer: Response): string => answer.headers.get('x-amzn-errortype')?.replace(/:.*$/, '') ?? ''
