// Runs the parts of `npm test`, each in a process of its own, and adds up what they really counted.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type Count = { passed: number; failed: number }
export type Part = { name: string; script: string; args: string[]; env?: Record<string, string>; /** Where vitest writes what it counted. */ report?: string }
type Outcome = Count & { part: Part; seconds: number; said: string; because: string[] }

const root = resolve(import.meta.dirname, '..')
const reports = join(root, '.cache', 'test')

export const check = (name: string, script: string, ...args: string[]): Part => ({ name, script: `node_modules/${script}`, args })

/** Tests counted by vitest itself. */
export function vitest(name: string, report: string, args: string[], env: Record<string, string> = {}): Part {
  const file = join(reports, `${report}.json`)
  return { name, script: 'node_modules/vitest/vitest.mjs', args: ['run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], env, report: file }
}

/** Parts of one group run at the same time; the groups follow each other. A failure does not hide the next one. */
export async function runParts(groups: Part[][]): Promise<Count> {
  mkdirSync(reports, { recursive: true })
  const outcomes: Outcome[] = []
  for (const group of groups) outcomes.push(...await Promise.all(group.map(runPart)))
  for (const outcome of outcomes) tell(outcome)
  return { passed: total(outcomes, 'passed'), failed: total(outcomes, 'failed') }
}

export const closingLine = ({ passed, failed }: Count): string => `${passed} passed, ${failed} failed`

const total = (outcomes: Count[], which: keyof Count) => outcomes.reduce((sum, outcome) => sum + outcome[which], 0)

async function runPart(part: Part): Promise<Outcome> {
  if (part.report) rmSync(part.report, { force: true })
  const begun = Date.now()
  const { code, said } = await run(part)
  const counted = part.report ? fromReport(part.report, code) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, because: [] }
  const seconds = (Date.now() - begun) / 1000
  process.stdout.write(`${counted.failed ? 'not ok' : 'ok    '}  ${part.name.padEnd(34)} ${closingLine(counted).padEnd(24)} ${seconds.toFixed(1)} s\n`)
  return { ...counted, part, seconds, said }
}

function run({ script, args, env }: Part): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env, FORCE_COLOR: '0', NO_COLOR: '1' } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk })
  return new Promise((done) => child.on('close', (code) => done({ code, said })))
}

type Report = {
  numPassedTests: number; numFailedTests: number
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string }[] }[]
}

/** A skipped test, a file that could not be read and a runner that fell over all count as failed: nothing is passed over in silence. */
function fromReport(file: string, code: number | null): Count & { because: string[] } {
  if (!existsSync(file)) return { passed: 0, failed: 1, because: ['the runner ended without counting'] }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const tests = report.testResults.flatMap(({ name, assertionResults }) => assertionResults.map((one) => ({ ...one, name })))
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ name, fullName }) => `${name}: «${fullName}» was skipped`)
  const unread = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'))
    .map(({ name, message }) => `${name}: ${message}`)
  const failed = report.numFailedTests + skipped.length + unread.length
  if (failed === 0 && code !== 0) return { passed: report.numPassedTests, failed: 1, because: [`the runner ended with ${code}`] }
  return { passed: report.numPassedTests, failed, because: [...skipped, ...unread] }
}

function tell({ part, failed, said, because }: Outcome): void {
  if (failed === 0) return
  process.stdout.write(`\n--- ${part.name}\n${said.trim().split('\n').slice(-400).join('\n')}\n${because.join('\n')}\n`)
}
