/** The size budget of the built app. Prints a table; fails if a budget is exceeded. */
import { ensureBuild } from '../../scripts/build.mjs';
import { measureSizes } from './sizes.ts';
import { measureStudentPage } from './student-size.ts';

/** Kilobytes (1,000 bytes) of gzip. */
const budgets = {
  firstRoute: 60,
  studyRoute: 80,
  otherRoute: 80,
  /** The goal was 180, for an app without statistics, plan and classroom: docs/adr/0009-script-budget.md. */
  allScripts: 360,
  studentPage: 50,
  studentPageWhole: 60,
  fonts: 60,
  pack: 60,
};

interface Row {
  readonly what: string;
  readonly kB: number;
  readonly budget: number;
}

function routeBudget(path: string): number {
  if (path === '/') return budgets.firstRoute;
  return path === '/study' ? budgets.studyRoute : budgets.otherRoute;
}

ensureBuild();
const { routes, allScripts, fonts, packs } = await measureSizes();
const student = measureStudentPage();

const rows: Row[] = [
  ...routes.map(({ path, kB }) => ({ what: `scripts of ${path}`, kB, budget: routeBudget(path) })),
  { what: 'all scripts, workers and gallery too', kB: allScripts, budget: budgets.allScripts },
  { what: 'scripts of the student’s page', kB: student.first, budget: budgets.studentPage },
  {
    what: 'the same with what takes home',
    kB: student.whole,
    budget: budgets.studentPageWhole,
  },
  { what: 'all fonts (woff2, as they are)', kB: fonts, budget: budgets.fonts },
  ...packs.map(({ file, kB }) => ({ what: `pack ${file}`, kB, budget: budgets.pack })),
];

const width = Math.max(...rows.map((row) => row.what.length));
for (const { what, kB, budget } of rows) {
  const mark = kB <= budget ? ' ' : '  over budget';
  process.stdout.write(
    `${what.padEnd(width)}  ${kB.toFixed(1).padStart(6)} kB of ${String(budget).padStart(3)}${mark}\n`,
  );
}
if (rows.some(({ kB, budget }) => kB > budget)) process.exitCode = 1;
