// `npm test`: everything that is checked before a change is taken in. Ends with one line of what passed and failed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { check, closingLine, runParts, vitest } from './runner.ts'

const journeys = ['--config', 'vitest.journeys.config.ts']
// Those that open houses of their own go beside the walk through every page, so that both parts take as long.
const beside = ['every-page', 'first-start', 'stopping', 'weak-line'].map((name) => `test/journeys/${name}.journey.ts`)

const counted = await runParts([
  [
    check('types', 'typescript/bin/tsc', '-p', 'tsconfig.json'), check('lint', 'oxlint/bin/oxlint', '--deny-warnings', 'src', 'test', 'bench', 'bin'),
    { name: 'build', script: 'src/client-build.ts', args: [] },
  ],
  [vitest('house, units, routes, access', 'tests', [])],
  // Each in a house and a browser of its own: one reads while the other waits.
  [vitest('journeys in the browser', 'journeys', [...journeys, ...beside.flatMap((file) => ['--exclude', file])]), vitest('every page, and first starts', 'every-page', [...journeys, ...beside])],
])

// `.ci/run` adds its own to these.
mkdirSync('.cache/test', { recursive: true })
writeFileSync('.cache/test/counted.json', JSON.stringify(counted))
process.stdout.write(`\n${closingLine(counted)}\n`)
process.exit(counted.failed === 0 && counted.passed > 0 ? 0 : 1)
