import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'test/template.ts',
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
