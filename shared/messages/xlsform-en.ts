// Errors and warnings of a form's import in English.

import type { ExpressionTexts, IssueTexts } from './xlsform.ts'

const things = {
  expressions: 'characters in all expressions',
  patterns: 'patterns in regex()',
  rows: 'rows',
  columns: 'columns',
  characters: 'characters',
  choices: 'choices in one list',
  levels: 'groups within groups',
}
const sections: Readonly<Record<string, string>> = { group: 'group', repeat: 'repeat', loop: 'loop' }
const section = (name: string) => sections[name] ?? name

export const issueTextsEn: IssueTexts = {
  'sheet.missing': ({ sheet, similar }, { list }) =>
    `The workbook has no sheet “${sheet}”, which this form needs. ${similar.length > 0 ? `Was it meant by ${list(similar)}? Rename that sheet.` : 'Add it.'}`,
  'sheet.similar': ({ sheet, similar }, { list }) =>
    `There is no sheet “${sheet}”, but one with a similar name: ${list(similar)}. Rename it, or put an underscore in front if it is no part of the form.`,
  'sheet.twice': ({ sheet }) => `There are several sheets called “${sheet}”. Keep one of them.`,
  'sheet.unused': ({ sheet }) => `The sheet “${sheet}” is kept for export, but has no effect here.`,
  'sheet.dropped': ({ sheet }) =>
    `The sheet “${sheet}” is no part of the form and too large to be kept: an export will not have it.`,
  'sheet.empty': () => 'The form has no questions. Add rows with a type and a name.',
  'sheet.far': () =>
    'Cells far from the rest, behind many empty rows or columns, were not read. Move them closer, or delete them.',
  'sheet.too-many': ({ what, limit }, { count }) =>
    `There are more than ${count(limit)} ${things[what]}. Shorten the form, or move long lists into a CSV file.`,
  'column.missing': ({ column }) => `The sheet has no column “${column}”. Add it to the first row.`,
  'column.twice': ({ other }) =>
    `This column means the same as “${other}”. Keep one of the two, or rename the one that is meant differently.`,
  'column.unknown': () => 'This column is not known; it is kept for export and has no effect. Check its spelling.',
  'column.unused': () => 'This column has no effect here; it is kept for export.',
  'column.no-effect': ({ type }) =>
    `This has no effect on a row of the type “${type}”. Move it to the question that is meant, or empty the cell.`,
  'column.spaces': () => 'The name of this column has spaces, so that choice filters cannot use it. Use underscores.',
  'column.settings-twice': ({ other }) => `“${other}” is there too and counts. Remove this column.`,
  'settings.invalid': ({ value }) => `“${value}” is neither yes nor no; no is assumed.`,
  'issues.more': ({ what, count: number }, { count }) =>
    `There are ${count(number)} more ${what}. Put those above right, then import the form again.`,
  'row.skipped': () => 'This row has no type, name or label and is skipped.',
  'row.disabled': () => 'The column “disabled” is not part of XLSForm any more. Use “relevant” instead.',
  'type.missing': () => 'This question has no type. Fill in the column “type”.',
  'type.unknown': ({ type }) => `There is no question type “${type}”. Check its spelling.`,
  'type.refused': ({ type }) =>
    `The type “${type}” is not supported. Write the questions into this form, and use “choice_filter” for lists that depend on each other.`,
  'type.unused': ({ type }) =>
    `Questions of type “${type}” are kept for export, but nothing is recorded for them here.`,
  'name.missing': () => 'The name is missing. Give this row a name of its own.',
  'name.invalid': ({ name }) =>
    `“${name}” cannot be a name here. A name begins with a letter or an underscore and goes on with letters, digits, hyphens, underscores and full stops.`,
  'name.twice': ({ name }) => `The name “${name}” is used twice in the same group. Rename one of the two.`,
  'name.case': ({ name }) =>
    `The name “${name}” differs from another only in capital letters, which some programs do not tell apart. Better rename it.`,
  'name.reserved': ({ name }) => `The name “${name}” is reserved. Choose another.`,
  'name.repeat-twice': ({ name }) =>
    `Another repeat is called “${name}” too. Names of repeats are used once in the whole form.`,
  'name.repeat-root': ({ name }) => `A repeat cannot be called “${name}”, as the form itself is. Choose another name.`,
  'section.end-unmatched': ({ section: name }) =>
    `This ends a ${section(name)}, but none is open here. Add the row that begins it, or remove this one.`,
  'section.begin-unmatched': ({ section: name, name: own }) =>
    `The ${section(name)} “${own}” begins here and never ends. Add the row that ends it.`,
  'section.empty': ({ name }) => `“${name}” holds no questions. Add some, or remove it.`,
  'section.label-missing': ({ section: name }) =>
    `This ${section(name)} has no label, so that it is shown without a heading.`,
  'section.required': ({ section: name }) =>
    `A ${section(name)} cannot be required. Make the questions in it required.`,
  'label.missing': ({ name }) => `The question “${name}” has neither a label nor a hint. Fill in the column “label”.`,
  'label.image-missing': () => 'A big image needs a small one to be opened from. Fill in the column “image” too.',
  'calculation.missing': () => 'There is nothing to calculate. Fill in the column “calculation”.',
  'calculation.forbidden': ({ type }) => `Questions of type “${type}” take no calculation. Empty this cell.`,
  'calculation.cycle': ({ names }, { list }) =>
    `These wait for each other, so that none can be computed: ${list(names)}. Change one of the calculations or conditions.`,
  'appearance.unknown': ({ word }) => `The appearance “${word}” is not known here and has no effect.`,
  'media.unused': () => 'Sound, video and big images of a label are kept for export, but are not played or shown here.',
  'list.missing': () => 'The name of the choice list is missing behind the type, as in “select_one yes_no”.',
  'list.unknown': ({ list }) =>
    `There is no choice list “${list}”. Add its rows to the sheet “choices”, or check its spelling.`,
  'list.labels-missing': ({ list }) =>
    `No choice of the list “${list}” has a label. Fill in the column “label” of the sheet “choices”.`,
  'list.extension': ({ file, allowed }) => `The file “${file}” must end in ${allowed.join(', ')}.`,
  'file.missing': ({ file }) => `The file “${file}” does not lie beside the workbook. Add it, or the list stays empty.`,
  'file.unreadable': ({ file, problem }, { file: describe }) =>
    `The file “${file}” cannot be read. ${describe(problem)}`,
  'file.too-large': ({ file, what, limit }, { count }) =>
    `The file “${file}” has more than ${count(limit)} ${things[what]}. Remove what no question uses.`,
  'file.encoding': ({ file, encoding }) =>
    `The file “${file}” does not say how its letters are stored; ${encoding} is assumed. Save it as CSV UTF-8 if letters look wrong.`,
  'file.column-twice': ({ file, twice }) =>
    `The file “${file}” has two columns “${twice}”. Rename one of them or remove it.`,
  'file.value': ({ file, why, rows }, { rows: shown }) =>
    why === 'empty'
      ? `Choices of the file “${file}” have no value (${shown(rows)}); they are left out. Fill in the column, or delete the rows.`
      : `Values of the file “${file}” have spaces (${shown(rows)}), so that several answers cannot be told apart. Use underscores.`,
  'file.column-missing': ({ file, missing }) =>
    `The file “${file}” has no column “${missing}”. Add it, or name another in “parameters”.`,
  'file.kind-unused': ({ file }) => `“${file}” is not read here. Save the list as a CSV file.`,
  'list.filter-column': ({ list, missing }) =>
    `No choice of the list “${list}” has anything in a column “${missing}”, so that this finds nothing. Check its spelling.`,
  'list.filter-unwanted': ({ why }) =>
    why === 'or_other'
      ? 'A question with “or_other” takes no choice filter. Write the choice “other” and a text question yourself.'
      : 'Questions of a table take no choice filter. Empty this cell, or take “table-list” from the group.',
  'list.table-differs': ({ list, other }) =>
    `All questions of a table use one choice list: here it is “${list}”, above “${other}”.`,
  'list.instance-twice': ({ name }) => `Two different lists or files are called “${name}”. Rename one of them.`,
  'list.search': () => 'search() is not supported. Use the type select_one_from_file with the same CSV file.',
  'choice.name-missing': () => 'This choice has no name. Fill in the column “name”.',
  'choice.name-twice': ({ name }) =>
    `The choice “${name}” stands twice in this list. Rename one, or set “allow_choice_duplicates” to yes on the sheet “settings”.`,
  'choice.name-spaces': ({ name }) =>
    `“${name}” has spaces, but several chosen names are stored separated by spaces. Use underscores.`,
  'choice.label-missing': () => 'This choice has no label; its name is shown instead.',
  'choice.list-missing': () => 'This choice belongs to no list and is skipped. Fill in the column “list_name”.',
  'choice.other-translated': () =>
    '“or_other” adds a choice and a question in one language only. Better write both yourself, with translations.',
  'expression.wrong': ({ problem }, { expression }) => `${expression(problem)}.`,
  'expression.pattern': ({ pattern }) =>
    `The pattern “${pattern}” is not accepted: it is wrong, or uses look-around or back-references, which can take forever. Write it without them.`,
  'reference.malformed': ({ found }) =>
    `“${found}” begins a reference but does not end as one. Write \${name} with the name of a question.`,
  'reference.unknown': ({ name }) => `There is no question called “${name}”. Check the spelling.`,
  'reference.ambiguous': ({ name }) =>
    `There are several questions called “${name}”, so it is not clear which is meant. Rename them.`,
  'trigger.malformed': () => 'A trigger is a reference such as ${name}, or several separated by commas.',
  'trigger.missing': ({ type }) => `Questions of type “${type}” need a trigger. Fill in the column “trigger”.`,
  'trigger.hidden': ({ name }) =>
    `“${name}” is never shown, so nobody can change it; it cannot be a trigger. Use a question that is asked.`,
  'parameters.malformed': () => 'Write parameters as name=value, separated by spaces, as in “start=0 end=10”.',
  'parameters.unknown': ({ names, accepted }, { list }) =>
    `This type of question does not know ${list(names)}. It takes ${list(accepted)}.`,
  'parameters.number': ({ name, whole }) => `“${name}” must be a ${whole ? 'whole number' : 'number'}.`,
  'parameters.value': ({ name, allowed }, { list }) => `“${name}” must be one of ${list(allowed)}.`,
  'parameters.needs': ({ name, needed }, { list }) => `“${name}” needs ${list(needed)} as well.`,
  'parameters.name': ({ name }) =>
    `“${name}” must be the name of a column: letters, digits, hyphens, underscores and full stops, with a letter or an underscore first.`,
  'parameters.package': ({ name }) => `“${name}” must be the name of an Android package, such as org.example.camera.`,
  'parameters.below': ({ name, other }) =>
    `“${name}” must not be less than ${/\d/.test(other) ? other : `“${other}”`}.`,
  'parameters.zero': ({ name }) => `“${name}” must not be zero.`,
  'parameters.beyond-range': ({ name }) => `“${name}” is larger than the whole range from “start” to “end”.`,
  'parameters.multiple': ({ name, of }) =>
    `“${name}” does not fall on the marks: it must be whole steps of “${of}” from “start”.`,
  'parameters.outside': ({ name }) => `“${name}” lies outside of “start” and “end”.`,
  'parameters.appearance': ({ names }, { list }) =>
    `${list(names)} only work with the appearances “vertical” and “no-ticks”, or without one.`,
  'parameters.labels': ({ why }) =>
    why === 'not-numbers'
      ? 'The names of the choices in “tick_labelset” must be numbers.'
      : 'With the appearance “no-ticks”, “tick_labelset” has two choices: the values of “start” and “end”.',
  'parameters.geometry': () =>
    '“reference-geometry” must name a choice list, a file (without its ending) or a repeat, as ${name}.',
  'parameters.pixels-advised': () =>
    'Set max-pixels=1024 in the column “parameters”, so that photos are small enough to send.',
  'translation.missing': ({ language, columns }, { list }) =>
    language === ''
      ? `These columns exist in some language, but not without one: ${list(columns)}. Add them, or name the language in every translated column.`
      : `The language “${language}” lacks the columns ${list(columns)}. Add them, or people see another language there.`,
  'translation.language-code': ({ language }) =>
    `The language “${language}” has no code, which browsers need to read it aloud. Write it as in “Tiếng Việt (vi)”.`,
  'score.invalid': ({ value }) =>
    `The score “${value}” is not a number and has no effect. Write it with digits and a point, as in 0.5.`,
  'finding.invalid': ({ value, allowed }, { list }) => `“${value}” is not possible here. Use one of ${list(allowed)}.`,
  'finding.days': ({ value }) => `“${value}” is no number of days. Write a whole number from 0 to 9999.`,
  'finding.message-missing': ({ rule }) =>
    rule === 'consistency'
      ? 'This rule has no message, so that people read only that figures do not fit. Say in “consistency_message” which ones.'
      : 'This finding has neither a message nor a label, so that people read only the name. Fill in “finding_message”.',
  'indicator.invalid': ({ name }) =>
    `“${name}” is no name for an indicator. Use letters, digits, underscores and hyphens, beginning with a letter.`,
  'indicator.type': ({ name, type }) =>
    `Answers of the type “${type}” can be neither counted nor summed for the indicator “${name}”. Use a number or a choice.`,
  'indicator.types': ({ name, other }) =>
    `The indicator “${name}” is fed by “${other}” too, whose answers are of another kind. Use one kind of answer, or two indicators.`,
  'finding.alone': ({ needed }) => `This has no effect without “${needed}”. Fill in that column too.`,
}

export const expressionTextsEn: ExpressionTexts = {
  'expression.syntax': ({ at, found }, { count }) =>
    found === ''
      ? 'The expression ends too early. Look for a missing bracket, quote or value'
      : `The expression cannot be read from “${found}” on (character ${count(at + 1)}). Check brackets, quotes and operators there`,
  'expression.too-long': ({ limit }, { count }) =>
    `The expression is longer than ${count(limit)} characters. Split it into several calculations`,
  'expression.too-deep': ({ limit }, { count }) =>
    `The expression nests deeper than ${count(limit)} levels. Split it into several calculations`,
  'expression.function-unknown': ({ name }) => `There is no function “${name}”. Check its spelling`,
  'expression.argument-count': ({ name }) => `The function “${name}” has too few or too many parameters`,
  'expression.argument-invalid': ({ name }) => `A parameter of the function “${name}” has no meaning for it`,
  'expression.nodes-expected': ({ where }) => `“${where}” needs questions, not a value`,
  'expression.reference-unknown': ({ name }) => `There is no question called “${name}”. Check the spelling`,
  'expression.unavailable': ({ name }) => `“${name}” cannot be computed here`,
  'expression.pattern-refused': ({ pattern }) => `The pattern “${pattern}” is not accepted`,
  'expression.format-unknown': ({ format }) => `There is no date format “${format}”`,
  'expression.budget-spent': () => 'The expression takes too long to compute',
}
