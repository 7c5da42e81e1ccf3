// Names of files that hold choice lists, and how questions name columns of them.

import type { XlsQuestion } from './form.ts'

export const fileExtensions = ['.csv', '.xml', '.geojson']

/** "cities.csv" is the instance "cities". */
export const stemOf = (file: string): string => file.replace(/\.[^.]*$/, '')
export const extensionOf = (file: string): string => /\.[^.]*$/.exec(file)?.[0].toLowerCase() ?? ''
/** Whether what stands behind a type names a file, not a list of the choices sheet. */
export const isFile = (list: string): boolean => fileExtensions.includes(extensionOf(list))

/** The columns that a question's choices have their value and their label in; the last parameter of a name counts. */
export function fileColumns({ parameters }: XlsQuestion): { readonly value: string; readonly label: string } {
  const given = new Map(parameters)
  return { value: given.get('value') ?? 'name', label: given.get('label') ?? 'label' }
}
