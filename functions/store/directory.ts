// What a request needs to know of an organisation before it can decide anything. Immutable parts (a version of the tree on a
// day, a form version) are kept while the process lives; what can change (the organisation, a person, a campaign) never is.

import type { FormReference, FormVersion } from '../../shared/form/form.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { type Day, dayOf } from '../../shared/organisation/day.ts'
import { type TreeHistory, treeOn } from '../../shared/organisation/history.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { findFormVersion } from './forms.ts'
import { findOrganisation, type Organisation, readHistory, type TreeVersion } from './organisation.ts'
import type { Table } from './table.ts'

/** An organisation as it is at one moment. */
export type Directed = {
  readonly organisation: Organisation
  /** The day of that moment in the organisation's time zone, and the tree of that day. */
  readonly today: Day
  readonly tree: UnitTree
  /** What a change to the organisation or its tree replaces. */
  readonly version: number
  /** The tree through time, and which one it is. */
  readonly history: TreeHistory
  readonly treeVersion: TreeVersion
  /** The tree of another day, as one knows it today. */
  readonly treeOn: (day: Day) => UnitTree
}

export type Directory = {
  /** `now`: ISO 8601, UTC. */
  organisation: (id: OrganisationId, now: string) => Promise<Directed>
  /** The tree of a day, as one knows it today. */
  treeOn: (id: OrganisationId, day: Day) => Promise<UnitTree>
  form: (org: OrganisationId, form: FormReference) => Promise<FormVersion>
  /** For versions that a client names. */
  findForm: (org: OrganisationId, form: FormReference) => Promise<FormVersion | undefined>
}

/** A large form with its programs takes some 10 MB of memory, and clients name versions. */
const mostForms = 20

/** A history of 10,000 units takes some 5 MB, a tree of one day 3 MB. */
const mostHistories = 8
const mostTrees = 16

/**
 * Opens the directory. Asking for what isn't there is a bug of the caller, who got the id from the table: it throws.
 * `prepare`: what the place has to do with a form version before it may run there; once for each that is loaded.
 */
export function openDirectory(
  table: Table,
  prepare: (form: FormVersion) => Promise<void> = async () => undefined,
): Directory {
  const histories = new Map<string, TreeHistory>()
  const trees = new Map<string, UnitTree>()
  const nameOf = (org: OrganisationId, { version, hash }: TreeVersion) => `${org}#${version}#${hash}`
  const historyOf = async (org: OrganisationId, version: TreeVersion) => {
    const name = nameOf(org, version)
    const history = histories.get(name) ?? (await readHistory(table, org, version))
    if (histories.size >= mostHistories) histories.clear()
    histories.set(name, history)
    return history
  }
  const treeOf = (org: OrganisationId, version: TreeVersion, history: TreeHistory, day: Day) => {
    const name = `${nameOf(org, version)}#${day}`
    const tree = trees.get(name) ?? treeOn(history, day)
    if (trees.size >= mostTrees) trees.clear()
    trees.set(name, tree)
    return tree
  }
  const current = async (id: OrganisationId) => {
    const found = await findOrganisation(table, id)
    if (!found) throw new Error(`No organisation ${id}`)
    return { ...found, history: await historyOf(id, found.tree) }
  }
  const forms = new Map<string, FormVersion>()
  const findForm = async (org: OrganisationId, { formId, version }: FormReference) => {
    const name = `${org}#${formId}#${version}`
    const known = forms.get(name)
    if (known) return known
    const form = await findFormVersion(table, org, formId, version)
    if (form) await prepare(form)
    if (forms.size >= mostForms) forms.clear()
    if (form) forms.set(name, form)
    return form
  }
  return {
    organisation: async (id, now) => {
      const { organisation, version, tree: treeVersion, history } = await current(id)
      const today = dayOf(now, organisation.timeZone)
      const on = (day: Day) => treeOf(id, treeVersion, history, day)
      return { organisation, version, today, tree: on(today), history, treeVersion, treeOn: on }
    },
    treeOn: async (id, day) => {
      const { tree, history } = await current(id)
      return treeOf(id, tree, history, day)
    },
    findForm,
    form: async (org, reference) => {
      const form = await findForm(org, reference)
      if (!form) throw new Error(`No version ${reference.version} of form ${reference.formId}`)
      return form
    },
  }
}
