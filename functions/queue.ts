// A queue that speaks SQS's JSON protocol: SQS in the cloud, the local home's queue on one machine.
// One verb is all Phieu sends; receiving is the platform's work (an event source in the cloud).

import { environmentClient } from './objects.ts'

export type Queue = {
  /** Durable once it resolves; handed out after `delaySeconds` at the earliest, 900 at most. Delivery is at least once, so every job is idempotent by its own id. */
  send: (body: object, delaySeconds?: number) => Promise<void>
}

/** As long as SQS keeps a message back. */
export const longestDelaySeconds = 900

/** Opens the queue at an SQS queue URL. */
export function openQueue(queueUrl: string, region: string): Queue {
  const client = environmentClient('sqs', region)
  // The JSON protocol is spoken at the service's root; the body names the queue.
  const endpoint = new URL('/', queueUrl)
  return {
    send: async (body, delaySeconds = 0) => {
      const answer = await client.fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
        body: JSON.stringify({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify(body),
          ...(delaySeconds > 0 ? { DelaySeconds: delaySeconds } : {}),
        }),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`Queue: SendMessage answered ${answer.status} ${text.slice(0, 300)}`)
    },
  }
}
