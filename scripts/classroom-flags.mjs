/** How Node runs the classroom server: docs/adr/0008-classroom-log.md says why, and what it brings. */

const major = Number(process.versions.node.split('.')[0]);

/** Young objects get room at once: fewer and shorter stops for collecting them while a class answers. */
const memory = ['--min-semi-space-size=64', '--max-semi-space-size=64'];

/**
 * Machine code is made of what runs very often only. Making it of all that is warm takes a second processor in
 * the first minutes, which are the quiz. How often is counted otherwise since Node 22.
 */
const patience =
  major < 22
    ? ['--interrupt-budget=2000000']
    : ['--invocation-count-for-maglev=12000', '--invocation-count-for-turbofan=90000'];

export const classroomFlags = [...memory, ...patience];
