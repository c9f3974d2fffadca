// A paper as PDF/A. It is set in a process of its own, so that the server goes on meanwhile, and a document that takes too long, or
// breaks the typesetter, takes nobody with it: a thread could not be stopped inside native code.
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { Refused } from '../refusals.ts'
import type { Paper, WrittenPdf } from './paper.ts'
import type { Delivery, Order } from './typeset.ts'

/** `memory`: above it a typesetter is let go after its document, and the next begins with a new one. */
export const pdfLimits = { characters: 8_000_000, seconds: 60, idleSeconds: 120, memory: 450_000_000 }

/** Tagged PDF/A-2a with the places of its signature fields. The same paper gives the same bytes. */
export function writePdf(paper: Paper, seconds = pdfLimits.seconds): Promise<WrittenPdf> {
  if (JSON.stringify(paper).length > pdfLimits.characters) return Promise.reject(new Refused('documents.too-long', {}, 422))
  const written = turn.then(() => order(paper, seconds))
  turn = written.catch(() => {})
  return written
}

/** One after another: a document takes a tenth of a second, and two at once would only share the processor. */
let turn: Promise<unknown> = Promise.resolve()
let typesetter: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
let count = 0

async function order(paper: Paper, seconds: number): Promise<WrittenPdf> {
  clearTimeout(idle)
  const child = (typesetter ??= start())
  hold(child, true)
  const answer = await delivered(child, { number: ++count, paper }, seconds)
  hold(child, false)
  idle = setTimeout(dismiss, pdfLimits.idleSeconds * 1000).unref()
  if ('pdf' in answer && answer.pdf.memory > pdfLimits.memory) dismiss()
  if ('failed' in answer) throw new Error(`The typesetter: ${answer.failed}`)
  return answer.pdf
}

function delivered(child: ChildProcess, asked: Order, seconds: number): Promise<Delivery> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => settle(() => { dismiss(); reject(new Refused('documents.took-too-long', { seconds }, 422)) }), seconds * 1000)
    const hear = (answer: Delivery): void => { if (answer.number === asked.number) settle(() => resolve(answer)) }
    const gone = (code: number | null): void => settle(() => { dismiss(); reject(new Error(`The typesetter ended (${code}).`)) })
    const settle = (then: () => void): void => { clearTimeout(late); child.off('message', hear).off('exit', gone); then() }
    child.on('message', hear).on('exit', gone)
    child.send(asked)
  })
}

function start(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'typeset.ts'), { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return child.on('exit', () => { if (typesetter === child) typesetter = undefined })
}

/** While it waits for the next document it keeps nobody from leaving. */
function hold(child: ChildProcess, held: boolean): void {
  child[held ? 'ref' : 'unref']()
  child.channel?.[held ? 'ref' : 'unref']()
}

function dismiss(): void {
  typesetter?.kill('SIGKILL')
  typesetter = undefined
}
