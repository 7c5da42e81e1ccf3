// The organisation at a glance: its top with what is right below, or what was found in it.

import { organisationMessages } from '../../../shared/messages/organisation.ts'
import { organisationImportMessages } from '../../../shared/messages/organisation-import.ts'
import { path } from '../../../shared/paths.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { DayForm, onOf, SearchForm, type ShownDay } from './look.tsx'
import { type LevelCount, LevelTable, Pages, UnitList, type UnitRow } from './unit-list.tsx'

/** Styles and script of every page about the tree. */
export const treeAssets = (context: PageContext) => ({
  moreStyle: [context.assetUrl('organisation.css'), context.assetUrl('unit-field.css')],
  scripts: [context.assetUrl('unit-field.js')],
})

export type TreePageProps = {
  readonly context: PageContext
  readonly day: ShownDay
  /** The topmost units that the visitor may see. */
  readonly tops: readonly UnitRow[]
  /** What stands right below the only one of them; empty where there are several. */
  readonly below: { readonly rows: readonly UnitRow[]; readonly page: number; readonly pages: number }
  readonly levels: readonly LevelCount[]
  readonly mayManage: boolean
  /** Whether this is the whole tree: only then can it be taken elsewhere or replaced. */
  readonly isWhole: boolean
  /** A file was just imported. */
  readonly isImported: boolean
}

export function TreePage(props: TreePageProps) {
  const { context, day, tops, below, levels, mayManage, isWhole } = props
  const m = organisationMessages[context.language]
  return (
    <Layout context={context} title={m.title} {...treeAssets(context)}>
      <h1>{m.title}</h1>
      <section class="slip">
        {props.isImported && (
          <p class="state" role="status">
            {organisationImportMessages[context.language].done}
          </p>
        )}
        <p class="lead">{m.lead}</p>
        <SearchForm context={context} day={day} query="" />
        <DayForm context={context} day={day} here={path.organisation()} />
      </section>
      <section class="slip">
        {tops.length === 0 ? <p>{m.noneOn}</p> : <UnitList context={context} on={onOf(day)} rows={tops} />}
        {levels.length > 0 && <LevelTable context={context} levels={levels} />}
        {mayManage && levels.length === 0 && (
          <>
            <p class="lead">{m.empty}</p>
            <p>{m.emptyNext}</p>
          </>
        )}
      </section>
      {below.rows.length > 0 && (
        <section class="slip">
          <h2>{m.below}</h2>
          <UnitList context={context} on={onOf(day)} rows={below.rows} />
          <Pages
            context={context}
            page={below.page}
            pages={below.pages}
            hrefOf={(page) => path.organisation({ on: onOf(day), page })}
          />
        </section>
      )}
      {isWhole && <WholeTree context={context} mayManage={mayManage} />}
    </Layout>
  )
}

function WholeTree({ context, mayManage }: { readonly context: PageContext; readonly mayManage: boolean }) {
  const m = organisationMessages[context.language]
  return (
    <section class="slip">
      <h2>{m.file}</h2>
      <ul class="links">
        {mayManage && (
          <li>
            <a href={path.treeImport()}>{m.import}</a>
          </li>
        )}
        <li>
          <a href={path.treeFile('xlsx')}>{m.exportXlsx}</a>
        </li>
        <li>
          <a href={path.treeFile('csv')}>{m.exportCsv}</a>
        </li>
      </ul>
      <p class="meta">{m.exportHint}</p>
    </section>
  )
}

export type FoundPageProps = {
  readonly context: PageContext
  readonly day: ShownDay
  readonly query: string
  readonly rows: readonly UnitRow[]
  readonly page: number
  readonly hasMore: boolean
}

export function FoundPage({ context, day, query, rows, page, hasMore }: FoundPageProps) {
  const m = organisationMessages[context.language]
  const hrefOf = (to: number) => path.organisation({ q: query, on: onOf(day), page: to })
  return (
    <Layout context={context} title={m.hits(query)} {...treeAssets(context)}>
      <h1>{m.hits(query)}</h1>
      <section class="slip">
        <SearchForm context={context} day={day} query={query} />
        {!day.isToday && <p class="state">{m.viewing(day.text)}</p>}
      </section>
      <section class="slip">
        {rows.length === 0 ? (
          <>
            <p class="lead">{m.noHits(query)}</p>
            <p>{m.noHitsNext}</p>
          </>
        ) : (
          <UnitList context={context} on={onOf(day)} rows={rows} />
        )}
        {(page > 1 || hasMore) && (
          <nav class="pages" aria-label={m.pages}>
            {page > 1 && (
              <a rel="prev" href={hrefOf(page - 1)}>
                {m.previous}
              </a>
            )}
            {hasMore && (
              <a rel="next" href={hrefOf(page + 1)}>
                {m.next}
              </a>
            )}
          </nav>
        )}
        <p class="send">
          <a href={path.organisation({ on: onOf(day) })}>{m.allUnits}</a>
        </p>
      </section>
    </Layout>
  )
}
