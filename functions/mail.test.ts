import { beforeEach, expect, test, vi } from 'vitest'
import { type Message, openMail } from './mail.ts'

const message: Message = { to: 'an@example.org', subject: 'Mời dùng Phiếu', text: 'Kính gửi đồng chí An,\n' }
let asked: { url: string; headers: Headers; body: unknown }[] = []

/** What SES answers next. */
function answerWith(status: number, type = '', text = '{}') {
  asked = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push({ url: request.url, headers: request.headers, body: JSON.parse(await request.text()) })
    return new Response(text, { status, headers: { 'x-amzn-errortype': type } })
  })
}

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
})

const opened = (changes = {}) => {
  const mail = openMail({ AWS_REGION: 'ap-southeast-1', MAIL_FROM: 'phieu@example.org', ...changes })
  if (!mail) throw new Error('no mail')
  return mail
}

test('a message is one signed SendEmail to one address, in UTF-8, from a sender whose name is encoded', async () => {
  answerWith(200)
  expect(await opened().send(message)).toBe('sent')
  expect(asked).toHaveLength(1)
  const [{ url, headers, body } = { url: '', headers: new Headers(), body: {} }] = asked
  expect(url).toBe('https://email.ap-southeast-1.amazonaws.com/v2/email/outbound-emails')
  expect(headers.get('authorization')).toMatch(/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/ap-southeast-1\/ses\//)
  expect(body).toEqual({
    FromEmailAddress: '=?UTF-8?B?UGhp4bq/dQ==?= <phieu@example.org>',
    Destination: { ToAddresses: ['an@example.org'] },
    Content: {
      Simple: {
        Subject: { Data: 'Mời dùng Phiếu', Charset: 'UTF-8' },
        Body: { Text: { Data: 'Kính gửi đồng chí An,\n', Charset: 'UTF-8' } },
      },
    },
  })
})

test('another engine is asked at its endpoint; without a sender there is no mail', async () => {
  answerWith(200)
  await opened({ MAIL_ENDPOINT: 'http://127.0.0.1:4000' }).send(message)
  expect(asked[0]?.url).toBe('http://127.0.0.1:4000/v2/email/outbound-emails')
  expect(openMail({ AWS_REGION: 'ap-southeast-1' })).toBeUndefined()
})

test.each([
  'Mời\r\nBcc: all@example.org',
  'Mời\nBcc: all@example.org',
  'Mời\u2028Bcc: all@example.org',
  'Mời\0Bcc: all@example.org',
])('a subject stays one line: %j', async (subject) => {
  answerWith(200)
  await opened().send({ ...message, subject })
  expect(asked[0]?.body).toMatchObject({ Content: { Simple: { Subject: { Data: 'Mời Bcc: all@example.org' } } } })
})

test.each([
  'an@example.org, all@example.org',
  'an@example.org\r\nBcc: all@example.org',
  'An <an@example.org>',
  'an',
  '',
])('what is not one plain address is refused, and nothing is sent: %j', async (to) => {
  answerWith(200)
  expect(await opened().send({ ...message, to })).toBe('refused')
  expect(asked).toEqual([])
})

test('a message that SES rejects is refused; a missing right is thrown, without the address', async () => {
  answerWith(400, 'MessageRejected', '{"message":"Email address is not verified: an@example.org"}')
  expect(await opened().send(message)).toBe('refused')
  answerWith(403, 'AccessDeniedException:http://aws', '{"message":"not for an@example.org"}')
  const error = await opened()
    .send(message)
    .catch((thrown: unknown) => String(thrown))
  expect(error).toBe('Error: Mail: SendEmail answered 403 AccessDeniedException')
})
