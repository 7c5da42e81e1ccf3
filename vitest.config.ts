import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,functions,web,infra,test}/**/*.test.{ts,tsx}'],
    // The built functions are what CDK uploads and what end-to-end tests run: made once, before everything.
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Two cores are what a small machine has; more workers than that only wait for each other.
    maxWorkers: 2,
  },
})
