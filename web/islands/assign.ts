// Units are dragged from the list onto a team: that ticks them, chooses the team and sends the form of the page, which does the
// rest. Without this script, or by keyboard, one does the same by hand.

const form = document.querySelector<HTMLFormElement>('#assign')
const teams = document.querySelectorAll<HTMLElement>('[data-to]')

/** Touch screens drag the page instead. */
if (form && matchMedia('(pointer: fine)').matches) {
  const hint = document.querySelector<HTMLElement>('#drag-hint')
  if (hint && teams.length > 0) hint.hidden = false
  for (const line of form.querySelectorAll<HTMLElement>('[data-unit]')) {
    line.draggable = true
    line.addEventListener('dragstart', (event) => {
      const box = line.querySelector<HTMLInputElement>('input')
      if (box) box.checked = true
      event.dataTransfer?.setData('text/plain', line.dataset['unit'] ?? '')
    })
  }
  for (const team of teams) {
    const over = (isOver: boolean) => team.classList.toggle('over', isOver)
    team.addEventListener('dragover', (event) => {
      event.preventDefault()
      over(true)
    })
    team.addEventListener('dragleave', () => over(false))
    team.addEventListener('drop', (event) => {
      event.preventDefault()
      over(false)
      const to = form.querySelector<HTMLSelectElement>('[name=to]')
      const button = form.querySelector<HTMLButtonElement>('[value=assign]')
      if (!to || !button) return
      to.value = team.dataset['to'] ?? ''
      form.requestSubmit(button)
    })
  }
}
