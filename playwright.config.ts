import { defineConfig } from '@playwright/test';
import { ensureBrowser } from './scripts/prepare.mjs';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  // How long something may take to appear on a slow machine; nothing waits longer than it takes.
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: process.env['FOOTNOTE_REPORT']
    ? [['line'], ['json', { outputFile: process.env['FOOTNOTE_REPORT'] }]]
    : [['list']],
  globalSetup: './tests/e2e/global-setup.ts',
  use: {
    viewport: { width: 390, height: 844 },
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: ensureBrowser(),
      args: ['--disable-dev-shm-usage', '--no-sandbox'],
    },
  },
});
