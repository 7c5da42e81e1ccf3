// What a request needs to know of an organisation before it can decide anything. Immutable parts (a version of the tree,
// a form version) are kept while the process lives; what can change (the organisation, a person, a campaign) never is.

import type { FormReference, FormVersion } from '../../shared/form/form.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { findFormVersion } from './forms.ts'
import { findOrganisation, type Organisation, readTree } from './organisation.ts'
import type { Table } from './table.ts'

export type Directory = {
  organisation: (id: OrganisationId) => Promise<{ organisation: Organisation; tree: UnitTree }>
  form: (org: OrganisationId, form: FormReference) => Promise<FormVersion>
  /** For versions that a client names. */
  findForm: (org: OrganisationId, form: FormReference) => Promise<FormVersion | undefined>
}

/** A large form with its programs takes some 10 MB of memory, and clients name versions. */
const mostForms = 20

/** Opens the directory. Asking for what isn't there is a bug of the caller, who got the id from the table: it throws. */
export function openDirectory(table: Table): Directory {
  const trees = new Map<string, UnitTree>()
  const forms = new Map<string, FormVersion>()
  const findForm = async (org: OrganisationId, { formId, version }: FormReference) => {
    const name = `${org}#${formId}#${version}`
    const form = forms.get(name) ?? (await findFormVersion(table, org, formId, version))
    if (forms.size >= mostForms) forms.clear()
    if (form) forms.set(name, form)
    return form
  }
  return {
    organisation: async (id) => {
      const current = await findOrganisation(table, id)
      if (!current) throw new Error(`No organisation ${id}`)
      const name = `${id}#${current.treeVersion}`
      const tree = trees.get(name) ?? (await readTree(table, id, current.treeVersion))
      trees.set(name, tree)
      return { organisation: current.organisation, tree }
    },
    findForm,
    form: async (org, reference) => {
      const form = await findForm(org, reference)
      if (!form) throw new Error(`No version ${reference.version} of form ${reference.formId}`)
      return form
    },
  }
}
