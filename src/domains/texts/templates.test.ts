// Every template says the same in four languages: the same clauses, the same variables in each, and promises that can be kept.
import { describe, expect, test } from 'vitest'
import { locales } from '#platform/i18n/locale.ts'
import { variablesIn } from './variable-rules.ts'
import { articlesOf, richFrom, showTemplate, templateOrLibrary, templates } from './templates.ts'

const all = [...templates(), templateOrLibrary('library')]
const keysOf = ({ plan }: (typeof all)[number]) => plan.articles.flatMap(({ key, clauses }) => [key, ...clauses.map((clause) => clause.key)])
const builtIn = /^(party\.[a-z]\.(name|country|city|signatory|signatory\.title)|agreement\.(title|term|renewal|starts|until|notice))$/

describe.each(all.map((template) => [template.key, template] as const))('%s', (_, template) => {
  const { plan, words } = template
  test('each clause is worded in each language, and nothing is worded that it lacks', () => {
    for (const lang of locales) expect(Object.keys(words[lang].wordings).toSorted(), lang).toEqual([...new Set(keysOf(template))].toSorted())
  })
  test('the same variables stand in each language, and each is explained', () => {
    const used = (lang: (typeof locales)[number], key: string) => variablesIn(richFrom(words[lang].wordings[key]!)).toSorted()
    for (const key of keysOf(template)) for (const lang of locales) expect(used(lang, key), `${lang} ${key}`).toEqual(used('en', key))
    const own = [...new Set(keysOf(template).flatMap((key) => used('en', key)))].filter((name) => !builtIn.test(name)).toSorted()
    expect(own).toEqual(plan.variables.toSorted())
    for (const lang of locales) expect(Object.keys(words[lang].variables).toSorted(), lang).toEqual(plan.variables.toSorted())
  })
  test('promises are said in four languages and depend on clauses that are there', () => {
    const promises = plan.articles.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.promises))
    expect(promises.filter(({ what }) => locales.some((lang) => !what[lang]))).toEqual([])
    expect(promises.filter(({ after }) => after && !keysOf(template).includes(after))).toEqual([])
    expect(showTemplate(template).articles.length).toBe(plan.articles.length)
  })
})

test('the clauses of a country stand only where a party is from there', () => {
  const keys = (countries: string[], without: string[] = []) => articlesOf(templateOrLibrary('joint-centre'), { languages: ['en'], countries, without }).flatMap(({ clauses }) => clauses.map(({ key }) => key)).filter((key) => key.startsWith('clearance'))
  expect(keys(['PK', 'CN'])).toEqual(['clearance.pk', 'clearance.cn', 'clearance.general'])
  expect(keys(['KZ'], ['clearance.general'])).toEqual(['clearance.kz'])
  expect(keys(['DE'])).toEqual(['clearance.general'])
})

test('the memorandum on a joint centre brings its nine promises', () => {
  const promises = templateOrLibrary('joint-centre').plan.articles.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.promises))
  expect(promises.map(({ kind }) => kind)).toEqual(['joint-unit', 'exchange', 'training', 'supervision', 'seminar', 'patent', 'programme', 'meeting', 'report'])
})
