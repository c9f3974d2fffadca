// How the tests of rules, stores, routes and of the house itself run: on copies of one migrated database.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'test/template.ts',
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    // What a file leaves in a module is the same for each: the house is read once for each worker, not once for each file.
    isolate: false,
    // Every core, where there are two: vitest would leave one of them idle. Not more than the database has connections for.
    maxWorkers: Math.min(availableParallelism(), 8),
    // A busy machine alone fails nothing.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
