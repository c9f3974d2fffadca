// What the operator may ask about organisations in the terminal.
import { performNow } from '#platform/jobs/work.ts'
import type { Command } from '#platform/terminal.ts'
import type { ReadRegister } from './model.ts'
import { type Counts, registerImport } from './register-import.ts'

export const organisationCommands = ({ readRor }: { readRor: ReadRegister }): Command[] => [{
  name: 'organisations import-ror',
  args: '<file>',
  options: [['--json', 'print the counts and what could not be read as one JSON object']],
  describe: 'Takes in the public ROR register (zip, JSON, newline-delimited JSON, gzip of either); run it again to go on or for the next release',
  run: async ({ house, terminal }, [file], { json }) => {
    const began = Date.now()
    const { watch, end } = terminal.progress('Reading the register')
    const counts = await performNow(house.db, registerImport(readRor), { path: terminal.path(file!) }, watch, terminal.closing).finally(end) as Counts
    if (json) return terminal.json(counts)
    terminal.print(`${counts.read} records read in ${((Date.now() - began) / 1000).toFixed(1)} s: ${counts.added} added, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.merged} kept merged, ${counts.withdrawn} withdrawn; ${counts.relations} relations.`)
    for (const { place, problem } of counts.problems) terminal.note(`Record ${place} could not be read: ${problem}`)
    if (counts.problemCount > counts.problems.length) terminal.note(`... and ${counts.problemCount - counts.problems.length} more.`)
  },
}]
