// The outbox: every mail that the home would have sent, as a page. Only for trying out: whoever can open it reads them all.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { formatMoment } from '../../shared/messages/number.ts'
import { sendPage, stylesheetPath } from './issuer.ts'
import type { Outbox, StoredMessage } from './mail.ts'
import { Both, Page } from './sign-in-page.tsx'

export const outboxPath = '/outbox'

export const isOutbox = (url: string): boolean => url === outboxPath || url.startsWith(`${outboxPath}?`)

/** Messages on a page. */
const perPage = 20
const timeZone = 'Asia/Ho_Chi_Minh'

export function outboxDoor(outbox: Outbox) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const show = async () => {
      const before = new URL(request.url ?? '', 'http://home').searchParams.get('before') ?? undefined
      const { messages, next } = await outbox.page(perPage, before)
      sendPage(response, 200, outboxPage(messages, next, before !== undefined))
    }
    show().catch(() => response.destroy())
  }
}

export function outboxPage(messages: readonly StoredMessage[], next: string | undefined, isOlder: boolean): string {
  const page = (
    <Page title="Thư đã gửi" stylesheet={stylesheetPath}>
      <h1>
        <Both vi="Thư đã gửi" en="Outbox" />
      </h1>
      <p class="notice">
        <Both
          vi="Bản chạy thử không gửi thư đi đâu cả: mọi thư nằm lại ở trang này, mới nhất ở trên."
          en="This trial sends no mail anywhere: every message stays on this page, the newest first."
        />
      </p>
      {messages.length === 0 && !isOlder && (
        <p class="empty">
          <Both
            vi="Chưa có thư nào. Khi quản trị viên mời một người, thư mời sẽ hiện ở đây."
            en="No mail yet. When an administrator invites somebody, the invitation appears here."
          />
        </p>
      )}
      {messages.map((message) => (
        <Mail key={`${message.at} ${message.to}`} message={message} />
      ))}
      {next && (
        <p>
          <a class="button" href={`${outboxPath}?before=${encodeURIComponent(next)}`}>
            <Both vi="Thư cũ hơn" en="Older messages" />
          </a>
        </p>
      )}
    </Page>
  )
  return `<!doctype html>${page}`
}

function Mail({ message }: { message: StoredMessage }) {
  return (
    <section>
      <h2>{message.subject}</h2>
      <p class="detail">
        {formatMoment(message.at, 'vi', timeZone)} → <b>{message.to}</b>
      </p>
      <p class="letter">
        {message.text
          .trim()
          .split(linkAt)
          .map((part) =>
            isLink(part) ? (
              <a key={part} href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
      </p>
    </section>
  )
}

const linkAt = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/
const isLink = (text: string): boolean => /^https?:\/\//.test(text)
