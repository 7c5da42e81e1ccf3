// One's own API tokens: the list, the form for another, the new one shown once, and the question before one is revoked.

import type { TokenId } from '../../../shared/ids.ts'
import { developerMessages } from '../../../shared/messages/developer.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { type ApiToken, longestTokenName, type Scope, scopes } from '../../../shared/organisation/api-token.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

/** How long a token can be made to work. */
export const tokenDays = [30, 90, 180, 365] as const

export type TokenEntries = {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly days: (typeof tokenDays)[number]
}
type TokenLine = ApiToken & { readonly usedAt: string | undefined; readonly isExpired: boolean }
export type TokensPageProps = {
  readonly context: PageContext
  readonly tokens: readonly TokenLine[]
  /** What tells this form from every other: sent twice, it makes one token. */
  readonly form: string
  readonly entries: TokenEntries
  readonly problem: Problem | undefined
}

const messagesOf = ({ language }: PageContext) => developerMessages[language]

export function TokensPage({ context, tokens, form, entries, problem }: TokensPageProps) {
  const m = messagesOf(context).tokens
  return (
    <Layout context={context} title={m.title} faulty={!!problem} moreStyle={context.assetUrl('exports.css')}>
      <h1>{m.title}</h1>
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {problem.code === 'token.faulty' && <Faults context={context} entries={entries} />}
        </ProblemPanel>
      )}
      <p class="lead">{m.lead}</p>
      <p class="meta">
        <a href={path.apiDocs()}>{m.docs}</a>
      </p>
      <section class="slip">
        <h2>{m.yours}</h2>
        {tokens.length === 0 && <p class="meta">{m.none}</p>}
        {tokens.map((token) => (
          <Token key={token.id} context={context} token={token} />
        ))}
      </section>
      <section class="slip">
        <h2>{m.fresh}</h2>
        <NewToken context={context} form={form} entries={entries} isFaulty={problem?.code === 'token.faulty'} />
      </section>
    </Layout>
  )
}

function Token({ context, token }: { context: PageContext; token: TokenLine }) {
  const { tokens: m, scopes: names } = messagesOf(context)
  const at = (iso: string) => formatMoment(iso, context.language, context.timeZone)
  const { id, name, createdAt, expiresAt, usedAt, isExpired } = token
  return (
    <article class="part">
      <h3>{name}</h3>
      <p class="meta">{m.may(token.scopes.map((scope) => names[scope]).join('; '))}</p>
      <p class="meta">
        {m.made(at(createdAt))} · {isExpired ? m.expired(at(expiresAt)) : m.expires(at(expiresAt))} ·{' '}
        {usedAt ? m.used(at(usedAt)) : m.unused}
      </p>
      <p class="do">
        <a href={path.tokenRevocation(id)} aria-label={m.revokeNamed(name)}>
          {m.revoke}
        </a>
      </p>
    </article>
  )
}

const lacksName = ({ name }: TokenEntries) => name === '' || name.length > longestTokenName

function Faults({ context, entries }: { context: PageContext; entries: TokenEntries }) {
  const m = messagesOf(context).tokens
  return (
    <ul>
      {lacksName(entries) && (
        <li>
          <a href="#name">{m.noName(longestTokenName)}</a>
        </li>
      )}
      {entries.scopes.length === 0 && (
        <li>
          <a href="#scopes">{m.noScopes}</a>
        </li>
      )}
    </ul>
  )
}

type FieldProps = { readonly context: PageContext; readonly entries: TokenEntries; readonly isFaulty: boolean }

function NewToken({ context, form, entries, isFaulty }: FieldProps & { readonly form: string }) {
  const { tokens: m, scopes: names } = messagesOf(context)
  const lacksScopes = isFaulty && entries.scopes.length === 0
  return (
    <form method="post" action={path.apiTokens()}>
      <input type="hidden" name="form" value={form} />
      <NameField context={context} entries={entries} isFaulty={isFaulty} />
      <fieldset class={lacksScopes ? 'q bad' : 'q'} id="scopes" tabindex={-1}>
        <legend>{m.scopesLabel}</legend>
        {lacksScopes && <p class="fault">{m.noScopes}.</p>}
        {scopes.map((scope) => (
          <label key={scope} class="choice">
            <input type="checkbox" name="scope" value={scope} checked={entries.scopes.includes(scope)} />
            <span>
              {names[scope]}
              <small>
                <code>{scope}</code>
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="q">
        <label for="days">{m.days}</label>
        <select id="days" name="days">
          {tokenDays.map((days) => (
            <option key={days} value={days} selected={entries.days === days}>
              {m.dayChoices[days]}
            </option>
          ))}
        </select>
      </div>
      <div class="send">
        <button class="main" type="submit">
          {m.make}
        </button>
      </div>
    </form>
  )
}

function NameField({ context, entries, isFaulty }: FieldProps) {
  const m = messagesOf(context).tokens
  const isWrong = isFaulty && lacksName(entries)
  return (
    <div class={isWrong ? 'q bad' : 'q'}>
      <label for="name">{m.name}</label>
      <p class="hint" id="name-hint">
        {m.nameHint}
      </p>
      {isWrong && (
        <p class="fault" id="name-fault">
          {m.noName(longestTokenName)}.
        </p>
      )}
      <input
        type="text"
        id="name"
        name="name"
        value={entries.name}
        maxlength={longestTokenName}
        autocomplete="off"
        required
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'name-hint name-fault' : 'name-hint'}
      />
    </div>
  )
}

/** The only page that ever shows the text of a token. */
export function NewTokenPage({ context, name, text }: { context: PageContext; name: string; text: string }) {
  const m = messagesOf(context).tokens
  return (
    <Layout context={context} title={m.shownOnce} moreStyle={context.assetUrl('exports.css')}>
      <h1>{m.shownOnce}</h1>
      <div class="slip">
        <p>{m.copyNow(name)}</p>
        <p class="secret">
          <code>{text}</code>
        </p>
        <div class="send">
          <a class="main" href={path.apiTokens()}>
            {m.copied}
          </a>
        </div>
      </div>
    </Layout>
  )
}

export function RevokeTokenPage({ context, id, name }: { context: PageContext; id: TokenId; name: string }) {
  const m = messagesOf(context).tokens
  return (
    <Layout context={context} title={m.revokeTitle(name)} moreStyle={context.assetUrl('exports.css')}>
      <h1>{m.revokeTitle(name)}</h1>
      <form class="slip" method="post" action={path.tokenRevocation(id)}>
        <p>{m.revokeSays}</p>
        <div class="send">
          <button class="main" type="submit">
            {m.revoke}
          </button>
          <a href={path.apiTokens()}>{m.keep}</a>
        </div>
      </form>
    </Layout>
  )
}
