// The schedule on one machine: EventBridge Scheduler's part. Asks the schedule function what is due, never twice at once.

import { Cron } from 'croner'

export type TimerSettings = {
  /** 0: only when asked. */
  everySeconds: number
  tick: () => Promise<unknown>
  /** Called for the first failure in a row. */
  onFailure: (error: unknown) => void
}

export type Timer = {
  /** One tick now; while one is running, that one. Its failure is thrown to who asked for it. */
  tick: () => Promise<void>
  stop: () => void
}

export function startTimer({ everySeconds, tick, onFailure }: TimerSettings): Timer {
  let running: Promise<void> | undefined
  let failing = false

  const once = () => {
    running ??= tick()
      .then(() => undefined)
      .finally(() => {
        running = undefined
      })
    return running
  }
  const quietly = async () => {
    try {
      await once()
      failing = false
    } catch (error) {
      if (!failing) onFailure(error)
      failing = true
    }
  }
  const cron = everySeconds > 0 ? new Cron('* * * * * *', { interval: everySeconds, unref: true }, quietly) : undefined
  return { tick: once, stop: () => cron?.stop() }
}
