/** Tests that take minutes: `npm run test:long`. */
import { defineConfig } from '@playwright/test';
import everyTime from '../../playwright.config.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/long',
  timeout: 3_600_000,
  workers: 1,
  reporter: [['list']],
  globalSetup: '../e2e/global-setup.ts',
  ...(everyTime.use && { use: everyTime.use }),
});
