// How the journeys run: one real server with one real browser, journeys one after another, a retry for none of them.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'test/journeys/house.ts',
    include: ['test/journeys/**/*.journey.ts'],
    fileParallelism: false,
    // What hangs is named by the wait it hangs in, a minute long (`traveller`); a busy machine alone fails nothing.
    testTimeout: 480_000,
    hookTimeout: 480_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
