// Choices from CSV files beside the form, as people answer.

import { describe, expect, test } from 'vitest'
import { filesOf } from '../xlsform/xlsform-fixture.ts'
import { ChoiceSource } from './choices.ts'
import { compileForm, pageProgram } from './compile.ts'
import { Draft } from './draft.ts'
import { at, draftSettings, formOf, valueAt } from './draft-fixture.ts'
import { formItems } from './form.ts'
import { choicesIn } from './lists.ts'

const survey = `type|name|label|parameters|choice_filter|calculation
select_one_from_file province.csv|province|P|||
select_one_from_file commune.csv|commune|C|value=code label=title|province = \${province}|
select_multiple_from_file commune.csv|others|O|value=code label=title||
calculate|people|||| instance('commune')/root/item[code = \${commune}]/people
calculate|zone||||pulldata('province.csv', 'zone', 'name', \${province})`
const form = formOf(
  { survey },
  {
    files: filesOf({
      'province.csv': 'name|label::Tiếng Việt (vi)|label::en|zone\nhn|Hà Nội|Hanoi|north\nhcm|TP. HCM||south',
      'commune.csv':
        'title|code|people|province\nBa Đình|1|91|hn\nHoàn Kiếm|2|47|hn\nThủ Đức|3|12|hcm\nKhông mã||5|hn\n|4|7|hn',
    }),
  },
)
const draftIn = (language: string, answers: Readonly<Record<string, string>>, isPage = false) => {
  const program = compileForm(form, language)
  const entered = new Map(Object.entries(answers))
  const settings = { ...draftSettings, choices: (draft: Draft) => new ChoiceSource(draft) }
  return new Draft(isPage ? pageProgram(program) : program, settings, { values: entered, rounds: new Map() })
}
const choices = (draft: Draft, place: string) =>
  draft.choicesOf(at(draft, place)).map(({ name, label }) => [name, label])

describe('a list in a file', () => {
  test('is narrowed by another answer, in the browser too', () => {
    for (const isPage of [false, true]) {
      const draft = draftIn('vi', { province: 'hn' }, isPage)
      expect(choices(draft, 'commune')).toEqual([
        ['1', 'Ba Đình'],
        ['2', 'Hoàn Kiếm'],
        ['4', '4'],
      ])
      expect(choices(draftIn('vi', { province: 'hcm' }, isPage), 'commune')).toEqual([['3', 'Thủ Đức']])
      expect(choices(draftIn('vi', {}, isPage), 'commune')).toEqual([])
    }
    expect(choices(draftIn('vi', {}), 'others').map(([name]) => name)).toEqual(['1', '2', '3', '4'])
  })

  test('is in the language of the form, or else in the one it has', () => {
    expect(choices(draftIn('Vietnamese (vi)', {}), 'province')).toEqual([
      ['hn', 'Hà Nội'],
      ['hcm', 'TP. HCM'],
    ])
    expect(choices(draftIn('English (en)', {}), 'province')).toEqual([
      ['hn', 'Hanoi'],
      ['hcm', 'hcm'],
    ])
  })

  test('is looked up in by instance() and pulldata(), under its own columns', () => {
    const draft = draftIn('vi', { province: 'hn', commune: '2' })
    expect([valueAt(draft, 'people'), valueAt(draft, 'zone')]).toEqual(['47', 'north'])
  })

  test('has its labels beside answers too, in the languages of the form', () => {
    const inLanguages = { ...form, languages: ['Vietnamese (vi)', 'English (en)'] }
    const [province, commune] = formItems(inLanguages)
    expect(choicesIn(inLanguages, province?.source)).toEqual([
      {
        name: 'hn',
        label: [
          ['Vietnamese (vi)', 'Hà Nội'],
          ['English (en)', 'Hanoi'],
        ],
      },
      { name: 'hcm', label: [['Vietnamese (vi)', 'TP. HCM']] },
    ])
    expect(choicesIn(form, commune?.source)[0]).toEqual({ name: '1', label: [['', 'Ba Đình']] })
  })
})
