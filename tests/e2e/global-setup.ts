import { ensureBuild } from '../../scripts/build.mjs';

/** The browser tests run against the built app. */
export default function globalSetup(): void {
  ensureBuild();
}
