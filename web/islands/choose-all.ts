// A box in the head of a column of boxes that checks them all. Without this script they are checked one by one.

for (const head of document.querySelectorAll<HTMLElement>('[data-choose-all]')) {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]')]
  const all = document.createElement('input')
  all.type = 'checkbox'
  all.setAttribute('aria-label', head.dataset['chooseAll'] ?? '')
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
  })
  const follow = () => {
    all.checked = boxes.every(({ checked }) => checked)
    all.indeterminate = !all.checked && boxes.some(({ checked }) => checked)
  }
  for (const box of boxes) box.addEventListener('change', follow)
  const label = document.createElement('label')
  label.append(head.textContent ?? '', all)
  head.replaceChildren(label)
  follow()
}
