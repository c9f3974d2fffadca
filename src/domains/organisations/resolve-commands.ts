// The resolver at the operator's terminal: resolve a file, build the index, learn from labelled texts, and measure.
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Command, Options, Terminal } from '#platform/terminal.ts'
import { collect, keepSmall } from './collect.ts'
import { type Built, buildFromDatabase, buildFromRegister, indexPath, readIndex, writeIndex } from './built-index.ts'
import { bringUpToDate } from './index-changes.ts'
import { learnModel, measureAll, mineTable } from './learning.ts'
import type { ReadRegister } from './model.ts'
import { type Columns, resolveFile, type Row, rowsOf } from './resolve-file.ts'
import type { Resolver } from './resolver/resolver.ts'

type Houses = { data: string }
type Services = { readRor: ReadRegister }
const from: [string, string] = ['--from <file>', 'the register as it is published, instead of the database']

export const resolveCommands = ({ readRor }: Services): Command<Houses>[] => [{
  name: 'resolver build', options: [from], describe: 'Builds the index in which organisations are looked up; a build that is stopped leaves the old one',
  run: async ({ house, config, terminal }, _, options) => {
    keepSmall()
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
    const columns: Columns = { text: column, country: named(options['countryColumn']), asOf: named(options['asOfColumn']), hideName: named(options['hideNameColumn']) }
    const { value: first } = await rowsOf(terminal.path(given)).next()
    if (first && !(column in first)) return terminal.fail(`${given} has no column ${column}; it has ${Object.keys(first).join(', ')}.`)
    keepSmall()
    const began = performance.now()
    const resolver = options.from ? (await build(house.db, options, terminal, readRor)).resolver : await opened(house.db, config.data, terminal)
    const [ready, spent] = [performance.now(), process.cpuUsage()]
    const { rows, distinct, helped, alike } = await resolveFile(resolver, terminal.path(given), terminal.path(out), columns)
    const seconds = (performance.now() - ready) / 1000
    const { user, system } = process.cpuUsage(spent)
    terminal.note(`Ready in ${((ready - began) / 1000).toFixed(1)} s; ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows * 1e6 / (user + system))} a second of the processor's time; ${Math.round(process.memoryUsage().rss / 1e6)} MB.`)
    terminal.note(`${distinct} distinct texts; ${helped} understood by other rows of the file; ${alike} that nobody registered spell another row anew.`)
  },
}, ...learningCommands(readRor)]

const learningCommands = (readRor: ReadRegister): Command<Houses>[] => [{
  name: 'resolver measure', options: [from, ['--labelled <csv>', 'texts with the organisations they mean'], ['--hidden <csv>', 'names to hide and find again'], ['--unseen', 'nothing was learned from these texts: judge all of them by the parameters that are in use']],
  describe: 'Measures the resolver on labelled texts: learns from eight parts in ten, and judges the other two',
  run: async ({ terminal }, _, options) => {
    const { labelled, hidden, path } = await samples(options, terminal)
    terminal.json(await measureAll(readRor, path, labelled, hidden, { unseen: options.unseen === true, say: terminal.note }))
  },
}, {
  name: 'resolver train', options: [from, ['--labelled <csv>', 'texts with the organisations they mean'], ['--hidden <csv>', 'names to hide and find again'], ['--out <file>', 'where the parameters go']],
  describe: "Learns the resolver's parameters from labelled texts",
  run: async ({ terminal }, _, options) => {
    const { labelled, hidden, path } = await samples(options, terminal)
    if (typeof options.out !== 'string') return terminal.fail('Say where the parameters go: --out <file>.')
    await learnModel(readRor, path, labelled, hidden, terminal.path(options.out), terminal.note)
  },
}, {
  name: 'resolver mine', options: [from, ['--hidden <csv>', 'names to leave out, so that finding them is no memory of them'], ['--out <file>', 'where the words go']],
  describe: 'Learns the words of scripts without spaces from the parallel names of a register',
  run: async ({ terminal }, _, options) => {
    if (typeof options.from !== 'string' || typeof options.out !== 'string') return terminal.fail('Say what to learn from and where the words go: --from <register> --out <file>.')
    const hidden = typeof options.hidden === 'string' ? parse(await readFile(terminal.path(options.hidden)), { columns: true, bom: true }) as Row[] : []
    terminal.print(`${await mineTable(readRor, terminal.path(options.from), hidden, terminal.path(options.out))} words`)
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
  const kept = await current(path, db)
  if (kept) return kept
  await buildAt(path, db, terminal)
  collect()
  return await current(path, db) ?? terminal.fail('More changed while the index was built than it can learn. Run this again when nobody imports.')
}

async function current(path: string, db: Parameters<typeof buildFromDatabase>[0]): Promise<Resolver | null> {
  const built = await readIndex(path, db)
  return built && await bringUpToDate(db, built) ? built.resolver : null
}

/** Apart, so that nothing holds what was built when it is read again: that takes half the memory. */
async function buildAt(path: string, db: Parameters<typeof buildFromDatabase>[0], terminal: Terminal): Promise<void> {
  await writeIndex(path, db, await build(db, {}, terminal, async function* () {}))
}

const named = (option: Options[string]): string | null => typeof option === 'string' ? option : null
