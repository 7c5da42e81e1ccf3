// A page on which something is being made: what moves is asked for again every two seconds and put in its place; what is new of it
// is said once, politely. Where the page has become another one, what moved shows the way there. Without this one presses "reload".

const everyMs = 2_000

const moving = () => [...document.querySelectorAll<HTMLElement>('[data-moving]')]

async function look(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const old of moving()) {
    const now = fresh.getElementById(old.id)
    if (now) put(old, now)
    else arrive(old)
  }
}

const say = (words: string | undefined): void => {
  const news = document.getElementById('news')
  if (news && words) news.textContent = words
}

function put(old: HTMLElement, now: HTMLElement): void {
  old.replaceWith(now)
  if (now.dataset['state'] !== old.dataset['state']) say(now.dataset['news'])
}

/** The page is another by now: nothing moves any more, and its link appears. */
function arrive(old: HTMLElement): void {
  delete old.dataset['moving']
  const way = old.querySelector<HTMLElement>('[data-arrived]')
  if (!way) return
  way.hidden = false
  say(way.textContent ?? '')
}

async function follow(): Promise<void> {
  while (moving().length > 0) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    // A connection that is gone for a moment: the next look may find it again.
    if (!document.hidden) await look().catch(() => undefined)
  }
}

void follow()
