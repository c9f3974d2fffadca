// The operator's terminal: results on stdout, everything else on stderr, so that a result can be piped on.
import { resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import type { Opened, Where } from './db/database.ts'
import { Stopped, type Watch } from './jobs/work.ts'
import { Invalid, NotFound, Refused } from './refusals.ts'
import { translator } from './i18n/words.ts'

export type Options = Record<string, string | boolean | undefined>
type Hall<C> = { house: Opened & { where: Where; embedded: boolean }; config: C; terminal: Terminal }

/** A command of `pamir`. `name` may be two words: `organisations import-ror`. `args` and `options` as commander writes them. */
export type Command<C = unknown> = {
  name: string; args?: string; options?: [flags: string, text: string][]; describe: string
  run: (at: Hall<C>, args: string[], options: Options) => Promise<void>
}

/** A command that needs no database: it runs beside nothing, on any machine. */
export type OfflineCommand = Omit<Command, 'run'> & { offline: true; run: (at: { terminal: Terminal }, args: string[], options: Options) => Promise<void> }

export type Progress = { watch: Watch; end: () => void }
export type Terminal = {
  print: (text: string) => void
  /** One JSON value, and nothing else, on stdout. */
  json: (value: unknown) => void
  /** For the person, not for the pipe. */
  note: (text: string) => void
  progress: (title: string) => Progress
  /** Ends the command with a sentence and an exit code. */
  fail: (sentence: string, code?: number) => never
  /** A file as the person named it, seen from where they stood. */
  path: (given: string) => string
  /** True once Ctrl-C was pressed; long work stops at its next safe point. */
  closing: () => boolean
  signal: AbortSignal
}

/** A sentence for the person at the terminal, and the exit code that goes with it. */
export class Failure extends Error {
  readonly code: number
  constructor(sentence: string, code: number) {
    super(sentence)
    this.code = code
  }
}

export function openTerminal(folder: string): Terminal {
  const stop = new AbortController()
  process.on('SIGINT', () => (stop.signal.aborted ? process.exit(130) : stop.abort()))
  process.on('SIGTERM', () => stop.abort())
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    json: (value) => void process.stdout.write(`${JSON.stringify(value, null, 1)}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    progress: process.stderr.isTTY ? bar : lines,
    fail: (sentence, code = 1) => { throw new Failure(sentence, code) },
    path: (given) => resolve(folder, given),
    closing: () => stop.signal.aborted,
    signal: stop.signal,
  }
}

/** What went wrong, for a person: a sentence of ours where there is one. */
export function sentenceOf(error: unknown): { sentence: string; code: number } {
  const text = translator('en')
  if (error instanceof Failure) return { sentence: error.message, code: error.code }
  if (error instanceof Stopped) return { sentence: 'Stopped. What was finished before is kept; nothing is half done.', code: 130 }
  if (error instanceof NotFound) return { sentence: text('web.not-found'), code: 1 }
  if (error instanceof Refused) return { sentence: `${text(error.reason, error.facts)} ${nextStep(error)}`.trim(), code: 1 }
  if (error instanceof Invalid) return { sentence: Object.entries(error.fields).map(([field, keys]) => `${field}: ${keys.map((key) => text(key)).join(' ')}`).join('\n'), code: 1 }
  return { sentence: error instanceof Error ? error.message : String(error), code: 1 }
}

function nextStep({ reason, facts }: Refused): string {
  const key = `${reason}.next`
  const said = translator('en')(key, facts)
  return said === key ? '' : said
}

const noteOf = (note: string | null): string => (note ? translator('en')(note) : '')

function bar(title: string): Progress {
  const shown = new SingleBar({ format: `${title} {bar} {percentage}% · {value}/{total} · {note}`, hideCursor: true, clearOnComplete: false, stream: process.stderr })
  let begun = false
  const watch: Watch = (done, total, note) => {
    if (!begun) shown.start(total ?? 0, 0, { note: '' })
    begun = true
    if (total) shown.setTotal(total)
    shown.update(done, { note: noteOf(note) })
  }
  return { watch, end: () => { if (begun) shown.stop() } }
}

/** Without a terminal, as in a log: a line every few seconds. */
function lines(title: string): Progress {
  let told = Date.now()
  const watch: Watch = (done, total, note) => {
    if (Date.now() - told < 3000) return
    told = Date.now()
    process.stderr.write(`${title}: ${done}${total ? ` of ${total}` : ''} ${noteOf(note)}`.trimEnd() + '\n')
  }
  return { watch, end: () => {} }
}
