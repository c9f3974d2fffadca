// How the journeys run: one real server with one real browser, journeys one after another, a retry for none of them.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'test/journeys/house.ts',
    include: ['test/journeys/**/*.journey.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
