// The issuer's pages: who to sign in as, and what to do when a sign-in can't go on. No script; styles from one file.

import type { Child } from 'hono/jsx'
import { unitName } from '../../web/parts/texts.ts'
import type { DemoAccount } from './issuer.ts'

type PageProps = { title: string; stylesheet: string; children: Child }

export function Page({ title, stylesheet, children }: PageProps) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – Phiếu`}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <header>
          <p class="brand">Phiếu</p>
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}

/** A line of Vietnamese with its English below. */
export function Both({ vi, en }: { vi: string; en: string }) {
  return (
    <>
      <span class="vi">{vi}</span>
      <span class="en" lang="en">
        {en}
      </span>
    </>
  )
}

type SignInProps = { accounts: DemoAccount[]; action: string; stylesheet: string }

export function signInPage({ accounts, action, stylesheet }: SignInProps): string {
  const roles = [...new Set(accounts.map((account) => account.role))]
  const page = (
    <Page title="Đăng nhập thử" stylesheet={stylesheet}>
      <h1>
        <Both vi="Đăng nhập thử" en="Choose whom to sign in as" />
      </h1>
      <p class="notice">
        <Both
          vi="Trang này chỉ để dùng thử: không có mật khẩu, ai mở được trang này đều vào được."
          en="This page is only for trying out: there is no password, and whoever can open it can get in."
        />
      </p>
      {accounts.length === 0 && (
        <p>
          <Both vi="Chưa có ai trong danh sách dùng thử." en="There is nobody to sign in as yet." />
        </p>
      )}
      <form method="post" action={action}>
        {roles.map((role, index) => (
          <RoleSection key={role} id={`role-${index}`} accounts={accounts.filter((account) => account.role === role)} />
        ))}
      </form>
    </Page>
  )
  return `<!doctype html>${page}`
}

function RoleSection({ id, accounts }: { id: string; accounts: DemoAccount[] }) {
  const [first] = accounts
  if (!first) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <Both vi={first.role} en={first.roleEn} />
      </h2>
      <div class="people">
        {accounts.map((account) => (
          <button key={account.subject} type="submit" name="account" value={account.subject}>
            <span class="name">{account.name}</span>
            <span class="unit">{unitName(account.unit)}</span>
          </button>
        ))}
      </div>
    </section>
  )
}

type RefusalProps = { code: string; detail: string; home: string; stylesheet: string }

export function refusalPage({ code, detail, home, stylesheet }: RefusalProps): string {
  const page = (
    <Page title="Không đăng nhập được" stylesheet={stylesheet}>
      <h1>
        <Both vi="Không đăng nhập được" en="The sign-in could not go on" />
      </h1>
      <p>
        <Both
          vi="Lần đăng nhập này đã hết hạn hoặc không hợp lệ. Hãy bắt đầu lại."
          en="This sign-in has expired or is not valid. Please start again."
        />
      </p>
      <p>
        <a class="button" href={home}>
          <Both vi="Về trang đầu" en="Back to the first page" />
        </a>
      </p>
      <p class="detail">
        <code>{code}</code> <span lang="en">{detail}</span>
      </p>
    </Page>
  )
  return `<!doctype html>${page}`
}

/** The look of the pages in web/: white slips on a pale desk, violet ink, perforations. */
export const signInStyles = `
:root { color-scheme: light; --desk: #e3e7de; --text: #16121d; --soft: #4b4556; --ink: #4a1a91; --deep: #2f0d63;
  --wash: #f1ebfb; --rule: #8c839e; --pad: 1.1rem;
  font: 112.5% / 1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif }
*, ::before, ::after { box-sizing: border-box }
body { max-width: 46rem; margin: 0 auto; padding: .5rem .75rem 3rem; background: var(--desk); color: var(--text);
  overflow-wrap: break-word }
h1, h2, p { margin: 0 }
h1, h2 { line-height: 1.4; font-weight: 700 }
.notice, .unit { text-wrap: pretty }
h1 { font-size: 1.6rem }
h2 { font-size: 1.3rem }
.brand { position: relative; width: fit-content; padding: .4rem 1.15rem .4rem .85rem; font-size: 1.2rem; font-weight: 800;
  color: #fff; background: var(--ink) }
.brand::after { content: ""; position: absolute; inset: 0 0 0 auto; width: 4px;
  background: radial-gradient(circle at 100% 50%, var(--desk) 3px, #0000 3.6px) 0 50% / 100% 10px }
main { position: relative; margin-top: 1rem; padding: 1.6rem var(--pad); background: #fff }
main::before { content: ""; position: absolute; inset: 0 0 auto; height: 5px;
  background: radial-gradient(circle at 50% 0, var(--desk) 4px, #0000 4.6px) 50% 0 / 14px 9px }
section { position: relative; margin-top: 2.2rem; padding-top: 1.6rem }
section::before { content: ""; position: absolute; inset: -9px calc(-1 * var(--pad)) auto; height: 18px;
  background: radial-gradient(circle at 0, var(--desk) 8px, #0000 8.6px),
    radial-gradient(circle at 100%, var(--desk) 8px, #0000 8.6px),
    repeating-linear-gradient(90deg, var(--rule) 0 7px, #0000 7px 13px) 50% / calc(100% - 30px) 2px no-repeat }
.vi, .en, .unit { display: block }
.en, .unit, .detail { color: var(--soft); font-size: .9rem; font-weight: 400 }
.notice { margin-top: 1rem; padding: .5rem .75rem; background: var(--wash) }
.people { display: grid; align-items: start; column-gap: 2rem; margin-top: .75rem }
button, .button { font: inherit; color: var(--ink); background: none; border: 0; cursor: pointer }
button { position: relative; padding: .75rem 1.5rem .75rem 0; border-top: 2px dotted var(--rule); text-align: left }
button::after { content: ""; position: absolute; inset: 0 .4rem 0 auto; width: .65rem; height: .65rem; margin-block: auto;
  border: solid var(--ink); border-width: 3px 3px 0 0; transform: rotate(45deg) }
.empty { margin-top: 1.5rem }
.letter { margin-top: .75rem; white-space: pre-line }
.letter a { color: var(--ink); text-underline-offset: .22em }
.name { font-weight: 700; text-decoration: underline; text-underline-offset: .22em }
button:hover { background: var(--wash) }
.button { display: inline-block; margin-block: 1.5rem; padding: .65rem 1.75rem; color: #fff; background: var(--ink);
  font-weight: 700; text-decoration: none }
.button .en { color: #fff }
.button:hover { background: var(--deep) }
:focus-visible { outline: 3px solid var(--text); outline-offset: 3px }
@media (min-width: 40rem) {
  :root { --pad: 2.5rem }
  main { padding-block: 2.5rem }
  .people { grid-template-columns: 1fr 1fr }
}
`
