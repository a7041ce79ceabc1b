import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/fixtures/**'],
    environment: 'node',
    // What a test says runs as processes must not depend on the engines of the machine it runs on.
    env: { PIPEWRIGHT_ENGINES: 'none' },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
