// The operator's commands: `npm run pamir -- <command> --help`. Each domain brings its own; this is the list.
import { Command as Commander } from 'commander'
import { type Config, folderOf, readConfig } from './config.ts'
import { openHouse } from './house.ts'
import { spreadsheets } from './sheets.ts'
import { houseCommands } from './commands/commands.ts'
import { readRor } from '#adapters/ror/register.ts'
import { organisationCommands } from '#domains/organisations/commands.ts'
import { resolveCommands } from '#domains/organisations/resolve-commands.ts'
import { openDesk } from '#domains/organisations/desk.ts'
import { peopleCommands } from '#domains/people/commands.ts'
import { registerCommands } from '#domains/registers/commands.ts'
import { type Command, type OfflineCommand, openTerminal, sentenceOf, type Terminal } from '#platform/terminal.ts'
import { version } from '#platform/routes.ts'

type Offered = Command<Config> | OfflineCommand
const commands: Offered[] = [
  ...houseCommands,
  ...peopleCommands,
  ...organisationCommands({ readRor }),
  ...resolveCommands({ readRor }),
  ...registerCommands((db) => ({ desk: openDesk(db, { inside: true }), spreadsheets })),
]

await main(process.argv.slice(2))

async function main(words: string[]): Promise<void> {
  const program = new Commander('pamir').description('Pamir, for its operator').version(version).showHelpAfterError('(add --help for what this command takes)')
  for (const command of commands) offer(program, command)
  await program.parseAsync(words, { from: 'user' })
}

function offer(program: Commander, command: Offered): void {
  const words = command.name.split(' ')
  const parent = words.slice(0, -1).reduce(groupOf, program)
  const offered = parent.command([words.at(-1), command.args].filter(Boolean).join(' ')).description(command.describe)
  for (const [flags, text] of command.options ?? []) offered.option(flags, text)
  offered.action(async (...given: unknown[]) => {
    const args = given.slice(0, -2).filter((arg): arg is string => typeof arg === 'string')
    await perform(command, args, offered.opts())
  })
}

function groupOf(parent: Commander, word: string): Commander {
  return parent.commands.find((one) => one.name() === word) ?? parent.command(word).description(`Commands for ${word}`)
}

async function perform(command: Offered, args: string[], options: Record<string, string | boolean>): Promise<void> {
  const terminal = openTerminal(folderOf())
  try {
    await inHouse(command, args, options, terminal)
    process.exitCode = 0
  } catch (error) {
    const { sentence, code } = sentenceOf(error)
    terminal.note(sentence)
    process.exitCode = code
  }
  // A listener that a package left behind must not keep the person waiting.
  process.exit()
}

async function inHouse(command: Offered, args: string[], options: Record<string, string | boolean>, terminal: Terminal): Promise<void> {
  if ('offline' in command) return command.run({ terminal }, args, options)
  const config = readConfig()
  const house = await openHouse(config, { attach: true })
  try { await command.run({ house, config, terminal }, args, options) } finally { await house.close() }
}
