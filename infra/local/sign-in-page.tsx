// The issuer's pages: who to sign in as, and what to do when a sign-in can't go on. No script; styles from one file.

import type { Child } from 'hono/jsx'
import type { DemoAccount } from './issuer.ts'

type PageProps = { title: string; stylesheet: string; children: Child }

function Page({ title, stylesheet, children }: PageProps) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Phieu`}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  )
}

/** A line of Vietnamese with its English below. */
function Both({ vi, en }: { vi: string; en: string }) {
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
        <Both vi="Đăng nhập thử" en="Sign in to try it out" />
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
      {accounts.map((account) => (
        <button key={account.subject} type="submit" name="account" value={account.subject}>
          <Both vi={`Đăng nhập: ${account.name}`} en={`Sign in as ${account.name}`} />
          <span class="unit">{account.unit}</span>
        </button>
      ))}
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

export const signInStyles = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #536070; --paper: #f6f7f9; --card: #fff; --line: #c3cbd5; --key: #0b5c7d }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef2f6; --soft: #aebac7; --paper: #12171d; --card: #1c232b; --line: #47535f; --key: #7cc7e6 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 34rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem }
h2 { font-size: 1.0625rem; line-height: 1.3; margin: 1.75rem 0 .5rem }
.vi, .en, .unit { display: block }
.en { color: var(--soft); font-weight: 400; font-size: .875rem }
.unit { color: var(--soft); font-size: .875rem; margin-top: .25rem }
.notice { margin: 0; padding: .75rem 1rem; background: var(--card); border-left: .25rem solid var(--key) }
button, .button { display: block; width: 100%; min-height: 3.5rem; margin: 0 0 .5rem; padding: .75rem 1rem; text-align: left;
  font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: .5rem; cursor: pointer;
  text-decoration: none }
button .vi, .button .vi { font-weight: 600; color: var(--key) }
button:hover, .button:hover { border-color: var(--key) }
button:focus-visible, .button:focus-visible { outline: .1875rem solid var(--key); outline-offset: .125rem }
.detail { color: var(--soft); font-size: .875rem }
`
