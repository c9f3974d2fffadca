// The resolver at the operator's terminal: resolve a file, build the index, learn from labelled texts, and measure.
import { readFile, writeFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Command, Options, Terminal } from '#platform/terminal.ts'
import { type Built, buildFromDatabase, buildFromRegister, indexPath, readIndex, writeIndex } from './built-index.ts'
import { bringUpToDate } from './index-changes.ts'
import { learnModel, measureAll } from './learning.ts'
import type { ReadRegister } from './model.ts'
import { answeredFrom } from './resolver/match/judge.ts'
import { readCountry } from './resolver/places/countries.ts'
import type { Resolver } from './resolver/resolver.ts'

type Row = Record<string, string>
type Houses = { data: string }
type Services = { readRor: ReadRegister }
const from: [string, string] = ['--from <file>', 'the register as it is published, instead of the database']

export const resolveCommands = ({ readRor }: Services): Command<Houses>[] => [{
  name: 'resolver build', options: [from], describe: 'Builds the index in which organisations are looked up; a build that is stopped leaves the old one',
  run: async ({ house, config, terminal }, _, options) => {
    const began = performance.now()
    const built = await build(house.db, options, terminal, readRor)
    await writeIndex(indexPath(config.data), house.db, built)
    terminal.print(`${built.resolver.size} organisations in ${((performance.now() - began) / 1000).toFixed(1)} s: ${indexPath(config.data)}`)
  },
}, {
  name: 'resolve', describe: 'Says for each row of a CSV which organisation is meant: row_id, ror_id, confidence, decision',
  options: [['--in <csv>', 'the file to read'], ['--column <name>', 'the column that names the organisation'], ['--country-column <name>', 'a column with the country'], ['--as-of-column <name>', 'a column with a day: organisations registered later are left out'],
    ['--hide-name-column <name>', 'a column with a name that the register shall not know; then the first candidate is given however unsure'], ['--out <csv>', 'the file to write'], from],
  run: async ({ house, config, terminal }, _, options) => {
    const { in: given, out, column } = options
    if (typeof given !== 'string' || typeof out !== 'string' || typeof column !== 'string') return terminal.fail('Say what to resolve: --in <csv> --column <name> --out <csv>.')
    const rows = parse(await readFile(terminal.path(given)), { columns: true, bom: true, skip_empty_lines: true }) as Row[]
    if (rows[0] && !(column in rows[0])) return terminal.fail(`${given} has no column ${column}; it has ${Object.keys(rows[0]).join(', ')}.`)
    const began = performance.now()
    const resolver = options.from ? (await build(house.db, options, terminal, readRor)).resolver : await opened(house.db, config.data, terminal)
    const ready = performance.now()
    hideNames(resolver, rows, options['hideNameColumn'])
    const answers = resolveRows(resolver, rows, column, options)
    await writeFile(terminal.path(out), stringify(answers, { header: true, columns: ['row_id', 'ror_id', 'confidence', 'decision'] }))
    const seconds = (performance.now() - ready) / 1000
    terminal.note(`Ready in ${((ready - began) / 1000).toFixed(1)} s; ${rows.length} rows in ${seconds.toFixed(1)} s, ${Math.round(rows.length / seconds)} a second; ${Math.round(process.memoryUsage().rss / 1e6)} MB.`)
  },
}, ...learningCommands(readRor)]

const learningCommands = (readRor: ReadRegister): Command<Houses>[] => [{
  name: 'resolver measure', options: [from, ['--labelled <csv>', 'texts with the organisations they mean'], ['--hidden <csv>', 'names to hide and find again'], ['--all', 'also the texts that were learned from']],
  describe: 'Measures the resolver on labelled texts that were held back from its training',
  run: async ({ terminal }, _, options) => {
    const { labelled, hidden, path } = await samples(options, terminal)
    terminal.json(await measureAll(readRor, path, labelled, hidden, options.all === true))
  },
}, {
  name: 'resolver train', options: [from, ['--labelled <csv>', 'texts with the organisations they mean'], ['--hidden <csv>', 'names to hide and find again'], ['--out <file>', 'where the parameters go']],
  describe: "Learns the resolver's parameters from labelled texts; two in ten are held back for measuring",
  run: async ({ terminal }, _, options) => {
    const { labelled, hidden, path } = await samples(options, terminal)
    if (typeof options.out !== 'string') return terminal.fail('Say where the parameters go: --out <file>.')
    await learnModel(readRor, path, labelled, hidden, terminal.path(options.out), terminal.note)
  },
}]

async function samples(options: Options, terminal: Terminal): Promise<{ labelled: Row[]; hidden: Row[]; path: string }> {
  if (typeof options.from !== 'string' || typeof options.labelled !== 'string') return terminal.fail('Say what to learn from: --from <register> --labelled <csv>.')
  const rows = async (path: Options[string]) => typeof path === 'string' ? parse(await readFile(terminal.path(path)), { columns: true, bom: true }) as Row[] : []
  return { labelled: await rows(options.labelled), hidden: await rows(options.hidden), path: terminal.path(options.from) }
}

async function build(db: Parameters<typeof buildFromDatabase>[0], options: Options, terminal: Terminal, readRor: ReadRegister): Promise<Built> {
  const { watch, end } = terminal.progress('Building the index')
  const built = typeof options.from === 'string' ? buildFromRegister(readRor, terminal.path(options.from), watch) : buildFromDatabase(db, watch, terminal.closing)
  return built.finally(end)
}

/** From the built index with what changed since; built first where there is none. */
async function opened(db: Parameters<typeof buildFromDatabase>[0], data: string, terminal: Terminal): Promise<Resolver> {
  const path = indexPath(data)
  const kept = await readIndex(path, db)
  if (kept && await bringUpToDate(db, kept)) return kept.resolver
  const built = await build(db, {}, terminal, async function* () {})
  await writeIndex(path, db, built)
  return built.resolver
}

function hideNames(resolver: Resolver, rows: readonly Row[], column: Options[string]): void {
  if (typeof column === 'string') resolver.hideNames(new Set(rows.flatMap((row) => row[column] || [])))
}

function resolveRows(resolver: Resolver, rows: readonly Row[], column: string, options: Options): Row[] {
  const cell = (row: Row, option: string): string => typeof options[option] === 'string' ? row[options[option] as string]?.trim() ?? '' : ''
  return rows.map((row, place) => {
    const written = cell(row, 'countryColumn')
    const { organisation, confidence, decision } = resolver.resolve({ text: row[column] ?? '', country: written ? readCountry(written)?.code ?? null : null, asOf: cell(row, 'asOfColumn') || null })
    const answered = decision === 'matched' || confidence >= answeredFrom || typeof options['hideNameColumn'] === 'string'
    return { row_id: row.row_id || row.id || String(place + 1), ror_id: answered ? organisation?.ror ?? '' : '', confidence: confidence.toFixed(4), decision: organisation ? decision : 'none' }
  })
}
