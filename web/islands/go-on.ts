// Presses the button of a long work by itself, so that it goes on for as long as its page is open. Without script people
// press it.

const form = document.querySelector<HTMLFormElement>('form[data-goes-on]')
const button = form?.querySelector<HTMLButtonElement>('button')
if (form && button) form.requestSubmit(button)
