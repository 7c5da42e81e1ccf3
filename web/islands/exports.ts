// The list of exports while something is being made: what moves is asked for again every two seconds and put in its place.
// Without this one presses "see how far it is now".

const everyMs = 2_000

const moving = () => [...document.querySelectorAll<HTMLElement>('[data-moving]')]

async function look(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const old of moving()) {
    const now = fresh.getElementById(old.id)
    if (!now) continue
    old.replaceWith(now)
    const news = document.getElementById('news')
    if (now.dataset['state'] === 'ready' && news) news.textContent = now.dataset['news'] ?? ''
  }
}

async function follow(): Promise<void> {
  while (moving().length > 0) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    // A connection that is gone for a moment: the next look may find it again.
    if (!document.hidden) await look().catch(() => undefined)
  }
}

void follow()
