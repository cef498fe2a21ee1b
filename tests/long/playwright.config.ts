/** Tests that take minutes: `npm run test:long`. */
import { defineConfig } from '@playwright/test';
import { ensureBrowser } from '../../scripts/prepare.mjs';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/long',
  timeout: 3_600_000,
  workers: 1,
  reporter: [['list']],
  globalSetup: '../e2e/global-setup.ts',
  use: {
    launchOptions: {
      executablePath: ensureBrowser(),
      args: ['--disable-dev-shm-usage', '--no-sandbox'],
    },
  },
});
