// Reads the templates and the clause library from their files, once, and makes clauses of them.
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Inline, Rich } from '#platform/documents/rich.ts'
import { type Locale, locales } from '#platform/i18n/locale.ts'
import { found, Refused } from '#platform/refusals.ts'
import type { Wordings } from './model.ts'
import type { Promised } from './promise-model.ts'
import { Plan, type Template, type TemplateShown, Words } from './template-model.ts'

const folder = join(import.meta.dirname, 'templates')
export const libraryKey = 'library'

let read: Template[] | undefined
const all = (): Template[] => (read ??= globSync('*/plan.json', { cwd: folder }).map(readTemplate).toSorted((a, b) => a.plan.place - b.plan.place))

/** In the order in which they are offered. */
export const templates = (): Template[] => all().filter(({ key }) => key !== libraryKey)

function readTemplate(file: string): Template {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, dirname(file), `${name}.json`), 'utf8'))
  const words = Object.fromEntries(locales.map((lang) => [lang, Words.parse(json(lang))])) as Template['words']
  return { key: basename(dirname(file)), plan: Plan.parse(json('plan')), words }
}

export function templateNamed(key: string): Template {
  const template = templates().find((one) => one.key === key)
  if (!template) throw new Refused('texts.template-unknown', { key })
  return template
}

/** To be looked at: a template or the library of single clauses. */
export const templateOrLibrary = (key: string): Template => found(all().find((one) => one.key === key))


type Made = { key: string; numbered: boolean; wordings: Wordings }
export type MadeArticle = Made & { clauses: (Made & { promises: (Omit<Promised, 'after'> & { after: string | null })[] })[] }

/** The articles of a template for parties from these countries, without what is not wanted. */
export function articlesOf(template: Template, { languages, countries, without }: { languages: readonly Locale[]; countries: readonly string[]; without: readonly string[] }): MadeArticle[] {
  const wanted = ({ key, countries: only }: { key: string; countries: string[] }) => !without.includes(key) && (only.length === 0 || only.some((country) => countries.includes(country)))
  return planned(template).map(({ key, numbered, clauses }) => ({
    key, numbered, wordings: wordingsOf(template, key, languages),
    clauses: clauses.filter(({ clause }) => wanted(clause)).map(({ clause, from }) => ({ key: clause.key, numbered: clause.numbered, promises: clause.promises, wordings: wordingsOf(from, clause.key, languages) })),
  })).filter(({ clauses }) => clauses.length > 0)
}

/** Its articles, each clause with the template whose words it has: its own, or the library's. */
function planned(template: Template) {
  return template.plan.articles.map((article) => ({
    ...article,
    clauses: [...article.clauses.map((clause) => ({ clause, from: template })), ...(article.use ? borrowed(article.use) : [])],
  }))
}

function borrowed(topic: string) {
  const library = all().find(({ key }) => key === libraryKey)
  return library?.plan.articles.find(({ key }) => key === topic)?.clauses.map((clause) => ({ clause, from: library })) ?? []
}

function wordingsOf({ words }: Template, key: string, languages: readonly Locale[]): Wordings {
  return Object.fromEntries(languages.flatMap((lang) => { const text = words[lang].wordings[key]; return text ? [[lang, richFrom(text)]] : [] }))
}

/** A line is a paragraph; lines that begin with `- ` are a list, with `1) ` a numbered one; `**so**` is bold. */
export function richFrom(text: string): Rich {
  const blocks: Rich = []
  for (const line of text.split('\n').map((one) => one.trim()).filter(Boolean)) {
    const [, mark, rest] = /^(-|\d+\))\s+(.*)$/.exec(line) ?? []
    const last = blocks.at(-1)
    const ordered = mark !== '-'
    if (!mark) blocks.push({ kind: 'paragraph', line: runsOf(line) })
    else if (last?.kind === 'list' && last.ordered === ordered) last.items.push(runsOf(rest!))
    else blocks.push({ kind: 'list', ordered, items: [runsOf(rest!)] })
  }
  return blocks
}

const runsOf = (line: string): Inline[] => line.split('**').map((text, place): Inline => (place % 2 ? { text, bold: true } : { text })).filter(({ text }) => text)

export function showTemplate(template: Template): TemplateShown {
  const { key, plan: { kind, sides, termYears, variables } } = template
  const inEach = (say: (words: Words) => string | undefined) => Object.fromEntries(locales.flatMap((lang) => { const said = say(template.words[lang]); return said ? [[lang, said]] : [] }))
  return {
    key, kind, sides, termYears, title: inEach(({ title }) => title), about: inEach(({ about }) => about),
    variables: variables.map((name) => ({ name, label: inEach((words) => words.variables[name]) })),
    articles: planned(template).map((article) => ({
      title: inEach(({ wordings }) => wordings[article.key]),
      clauses: article.clauses.map(({ clause, from }) => ({
        key: clause.key, optional: clause.optional, countries: clause.countries, promises: clause.promises.length,
        wordings: Object.fromEntries(locales.map((lang) => [lang, from.words[lang].wordings[clause.key] ?? ''])),
      })),
    })),
  }
}
