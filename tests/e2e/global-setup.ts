import { ensureClassroom } from '../../scripts/build.mjs';

/** The browser tests run against the built app and the built classroom. */
export default function globalSetup(): void {
  ensureClassroom();
}
