// A template says what stands in a report, as data: sections under sections, and in them blocks, each with the role of the
// campaign it reads and its settings. Numerals of headings follow from where a section stands (outline.ts); blocks/ says what
// each block writes.

import * as v from 'valibot'
import { QuestionName } from '../form/form.ts'
import { LocalText } from '../language.ts'
import { Classes } from '../summary/indicator.ts'
import { RoleKey, TemplateId } from './template-id.ts'

const role = RoleKey
/** The indicators by id; without it, all that the campaign has. */
const indicators = v.optional(v.pipe(v.array(QuestionName), v.minLength(1), v.maxLength(50)))
/** Questions by key; without it, all or the first that the form asks of those that fit. */
const questions = v.optional(v.pipe(v.array(QuestionName), v.minLength(1), v.maxLength(50)))
/** before: the period before · year-before: the same period a year ago. */
export const earlier = ['before', 'year-before'] as const

/** The parts of the report on the quality of cells, which no other report has (blocks/cell-quality-*.ts). */
export const cellQualityParts = [
  'coverage',
  'inspections',
  'teams',
  'below',
  'byCommittee',
  'achieved',
  'missing',
  'difficulties',
  'programme',
  'inspectionPlan',
  'reached',
  'strengths',
  'shortcomings',
  'tasks',
  'method',
] as const

/** All together, by unit, by the groups that results are broken down by. */
export const surveyViews = ['whole', 'by-unit', 'by-group'] as const
export const howOften = ['once', 'half', 'always'] as const

export const TemplateBlock = v.variant('block', [
  /** Words that stand in every report. */
  v.strictObject({ block: v.literal('text'), text: LocalText }),
  /** How many have sent what was expected; unit by unit in a table. */
  v.strictObject({ block: v.literal('coverage'), role, as: v.picklist(['sentences', 'table']) }),
  /** Who hasn't, and visits that could not be made. */
  v.strictObject({ block: v.literal('missing'), role }),
  /** Says that there are no indicators, or nothing to make them of; nothing otherwise. */
  v.strictObject({ block: v.literal('no-indicators'), role }),
  /** All units together, a line or a sentence for each indicator. */
  v.strictObject({
    block: v.literal('indicators'),
    role,
    indicators,
    as: v.picklist(['sentences', 'table']),
    compare: v.picklist(['none', ...earlier, 'both']),
  }),
  v.strictObject({ block: v.literal('by-unit'), role, indicators, compare: v.picklist(['none', ...earlier]) }),
  /** Who leads and who needs attention. */
  v.strictObject({ block: v.literal('ranking'), role, indicators }),
  /** The indicators of all units together period by period, from the third one on; of months also unit by unit. */
  v.strictObject({ block: v.literal('trend'), role, indicators }),
  /** How often each choice of a question was taken, beside the period before where that is read. */
  v.strictObject({ block: v.literal('distribution'), role, questions, compare: v.picklist(['none', 'before']) }),
  /** Units by the first class that their value reaches; the last one takes all others. */
  v.strictObject({
    block: v.literal('classification'),
    role,
    indicator: QuestionName,
    classes: Classes,
  }),
  /** The same by the classes that indicators carry: a table for each that has some. */
  v.strictObject({ block: v.literal('classes'), role, indicators }),
  /** What is still to be put right, and for how long. */
  v.strictObject({ block: v.literal('actions'), role }),
  /** Answers that contradict each other by the form's own rules, and the rules that all answers keep. */
  v.strictObject({ block: v.literal('consistency'), role }),
  /** The answers to one open question, each with its unit. */
  v.strictObject({ block: v.literal('free-text'), role, question: QuestionName }),
  /** Of a survey of members: how many of those asked have answered, unit by unit as far as it is told. */
  v.strictObject({ block: v.literal('survey-turnout'), role }),
  /** Who has not taken part, as numbers by unit; nobody is named. */
  v.strictObject({ block: v.literal('survey-missing'), role }),
  /** What was answered: by all together, by unit, or by the groups that results are broken down by; all questions without `questions`. */
  v.strictObject({
    block: v.literal('survey-questions'),
    role,
    as: v.picklist(surveyViews),
    questions,
  }),
  /** The campaign's indicators that have a target, from the figures that are told. */
  v.strictObject({ block: v.literal('survey-targets'), role }),
  /** What was written in answer to open questions, under the units that it is told of; all of them without `questions`. */
  v.strictObject({ block: v.literal('survey-texts'), role, questions }),
  /** Of a named survey whose members are scored: how many are, and how the classes of one question are spread. */
  v.strictObject({ block: v.literal('survey-scores'), role, question: QuestionName }),
  /**
   * Members of a named survey to be commended, by unit: those to whom the first class of the question was given in one, at
   * least half or all of the report's periods.
   */
  v.strictObject({ block: v.literal('commendation'), role, question: QuestionName, as: v.picklist(howOften) }),
  /** The rounds of a repeat, each with its unit: targets, tasks and who is responsible for what. */
  v.strictObject({ block: v.literal('repeat-table'), role, question: QuestionName }),
  /** When and from what the figures were read, and what is not in them. */
  v.strictObject({ block: v.literal('method'), roles: v.pipe(v.array(role), v.minLength(1), v.maxLength(10)) }),
  /** Reads the roles "cells" and "committees". */
  v.strictObject({ block: v.literal('cell-quality'), part: v.picklist(cellQualityParts) }),
])
export type TemplateBlock = v.InferOutput<typeof TemplateBlock>
export type BlockOf<K extends TemplateBlock['block']> = Extract<TemplateBlock, { block: K }>

/** Sections right below a heading, and blocks of one section. */
export const mostSections = 20
export const mostBlocks = 20

/** {period}, {nextPeriod} and {unit} stand for the report's own. */
const sectionEntries = {
  title: LocalText,
  blocks: v.pipe(v.array(TemplateBlock), v.maxLength(mostBlocks)),
  /** Said where nothing else stands in it; without it, such a section is left out. */
  empty: v.optional(LocalText),
  /** Without a numeral; one of the first level then has a heading of the second, at the end of the part before it. */
  isUnnumbered: v.optional(v.literal(true)),
}
const Section4 = v.strictObject({ ...sectionEntries })
const Section3 = v.strictObject({
  ...sectionEntries,
  sections: v.optional(v.pipe(v.array(Section4), v.maxLength(mostSections))),
})
const Section2 = v.strictObject({
  ...sectionEntries,
  sections: v.optional(v.pipe(v.array(Section3), v.maxLength(mostSections))),
})
const Section1 = v.strictObject({
  ...sectionEntries,
  sections: v.optional(v.pipe(v.array(Section2), v.maxLength(mostSections))),
})

/** A section of any level; those of the fourth have none below. */
export type Section = v.InferOutput<typeof Section4> & { readonly sections?: readonly Section[] | undefined }

/** The kinds of campaign that a role can ask for; named-survey: a survey of members whose answers carry their names. */
export const roleKinds = ['inspection', 'unit-report', 'member-survey', 'named-survey'] as const

export const TemplateRole = v.strictObject({
  key: RoleKey,
  title: LocalText,
  /** The kind of campaign that fits; without it, any whose answers may be shown unit by unit. */
  kind: v.optional(v.picklist(roleKinds)),
})
export type TemplateRole = v.InferOutput<typeof TemplateRole>

/** What a template says, whatever it is called by the system. */
export const TemplateContent = v.strictObject({
  name: LocalText,
  roles: v.pipe(v.array(TemplateRole), v.minLength(1), v.maxLength(10)),
  sections: v.pipe(v.array(Section1), v.minLength(1), v.maxLength(mostSections)),
})
export type TemplateContent = v.InferOutput<typeof TemplateContent>

export const ReportTemplate = v.strictObject({
  id: TemplateId,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  ...TemplateContent.entries,
})
export type ReportTemplate = v.InferOutput<typeof ReportTemplate>

/** All blocks of a template, in the order in which they stand. */
export function blocksOf({ sections }: Pick<ReportTemplate, 'sections'>): TemplateBlock[] {
  const within = (section: Section): readonly TemplateBlock[] => [
    ...section.blocks,
    ...(section.sections ?? []).flatMap(within),
  ]
  return sections.flatMap(within)
}

/** The roles whose campaigns a block reads. */
export function rolesOf(block: TemplateBlock): readonly string[] {
  if (block.block === 'text') return []
  if (block.block === 'cell-quality') return ['cells', 'committees']
  return block.block === 'method' ? block.roles : [block.role]
}
