// What the code says a table holds is what the table holds: each column of each table, and whether it may be empty.
// Types are gone when the code runs, so the columns are written down as types and given to the compiler.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { CamelCasePlugin } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './database.ts'
import { sources } from './source.ts'

type Column = { table: string; column: string; nullable: boolean }
type Claimed = Column & { claim: string }

const folder = '.cache/models'
/** Kept by their own room with plain SQL. */
const withoutModel = new Set(['migration'])

let found: string[]
beforeAll(async () => {
  const opened = await freshDatabase()
  const { rows } = await opened.pool.query<Column>(`
    select table_name as "table", column_name as "column", is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = 'public' order by 1, ordinal_position`)
  await opened.close()
  found = complaints([...rows.filter(({ table }) => !withoutModel.has(table)).map((column) => ({ ...column, claim: 'true' })), ...falsehoods])
})

/** Without a lie that is caught, silence would prove nothing. */
const falsehoods: Claimed[] = [
  { table: 'setting', column: 'name', nullable: true, claim: 'false' },
  { table: 'setting', column: 'colour', nullable: false, claim: 'false' },
]

test('every table is modelled, column by column', () => {
  expect(found.filter((complaint) => !complaint.startsWith('false'))).toEqual([])
})

test('a column too many, one too few and one wrongly empty are seen', () => {
  expect(found.filter((complaint) => complaint.startsWith('false')).toSorted()).toEqual([
    'false_setting_invents: "value"', 'false_setting_lacks: "colour"', 'false_setting_says_full: "name"',
  ])
})

/** What the compiler has against saying that the tables are these. */
function complaints(columns: Claimed[]): string[] {
  const tables = Map.groupBy(columns, ({ claim, table }) => `${claim}_${camel(table)}`)
  const names = [...new Set(columns.map(({ table }) => `'${camel(table)}'`))].join(' | ')
  const lines = [...tables].map(([claimed, held]) => [claimed, camel(held[0]!.table), held] as const).flatMap(([claimed, table, held]) => [
    `export const ${claimed}_lacks: None<Exclude<${union(held)}, keyof Row<'${table}'>>> = []`,
    `export const ${claimed}_invents: None<Exclude<keyof Row<'${table}'>, ${union(held)}>> = []`,
    `export const ${claimed}_says_empty: None<Exclude<Empty<'${table}', false>, ${union(held.filter(({ nullable }) => nullable))}>> = []`,
    `export const ${claimed}_says_full: None<Exclude<${union(held.filter(({ nullable }) => nullable))}, Empty<'${table}', true>>> = []`,
  ])
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/check.ts`, `${beginning}\nexport const unmodelled: None<Exclude<${names}, keyof Tables>> = []\n${lines.join('\n')}\n`)
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ extends: '../../tsconfig.json', include: [], files: ['check.ts', ...owners] }))
  const written = readFileSync(`${folder}/check.ts`, 'utf8').split('\n')
  const said = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder, '--pretty', 'false'], { encoding: 'utf8' }).stdout
  return said.split('\n').filter((line) => line.startsWith(`${folder}/check.ts`)).map((line) => explained(line, written))
}

const owners = sources.filter(({ file, text }) => file.startsWith('src/') && /interface Tables \{\s*\S/.test(text)).map(({ file }) => `../../${file}`)

const beginning = `import type { Selectable } from 'kysely'
import type { Tables } from '#platform/db/database.ts'
type Row<T extends string> = T extends keyof Tables ? Selectable<Tables[T]> : {}
type Empty<T extends string, Unknown> = { [C in keyof Row<T>]-?: unknown extends Row<T>[C] ? (Unknown extends true ? C : never) : null extends Row<T>[C] ? C : never }[keyof Row<T>]
type None<Left> = [Left] extends [never] ? [] : { left: Left }`

const union = (columns: Column[]) => columns.map(({ column }) => `'${camel(column)}'`).join(' | ') || 'never'

/** As the plugin of the database names them. */
const plugin = new (class extends CamelCasePlugin { name(text: string) { return this.camelCase(text) } })()
const camel = (text: string) => plugin.name(text)

/** The name of the constant says which table and what is wrong; the compiler, which columns. */
function explained(line: string, written: string[]): string {
  const [, row, message = line] = /\((\d+),\d+\): error \w+: (.*)$/.exec(line) ?? []
  return `${/const (\w+):/.exec(written[Number(row) - 1] ?? '')?.[1]}: ${/left: (.*);/.exec(message)?.[1] ?? message}`
}
