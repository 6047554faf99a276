// `npm run bench`: ratios within one run, printed as a table. `--only NAME` runs one line, `--quick` fewer pairs.
import { parseArgs } from 'node:util';

export interface BenchOptions {
  quick: boolean;
}

/** One line of the table: what was measured, ours beside what it is measured against. */
export interface Row {
  line: string;
  ours: string;
  theirs: string;
  ratio: number;
  /** The figure that the ratio must reach; none where it is only printed. */
  atLeast?: number;
  runs: number;
}

interface Bench {
  name: string;
  run(options: BenchOptions): Promise<Row[]>;
}

const benches: Record<string, () => Promise<Bench>> = {
  postman: () => import('./postman.ts'),
  list: () => import('./list.ts'),
  webhooks: () => import('./webhooks.ts'),
  replies: () => import('./replies.ts'),
};

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const names = values.only ? [values.only] : Object.keys(benches);
const unknown = names.find((name) => !Object.hasOwn(benches, name));
if (unknown) {
  process.stderr.write(`There is no line "${unknown}": there are ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}

const rows: Row[] = [];
for (const name of names) {
  process.stderr.write(`measuring ${name} …\n`);
  const bench = await benches[name]!();
  rows.push(...(await bench.run({ quick: values.quick })));
}
print(rows);
process.exit(rows.every(({ ratio, atLeast = 0 }) => ratio >= atLeast) ? 0 : 1);

function print(all: Row[]): void {
  const table = [
    ['', 'ours', 'against', 'ratio', 'wanted', 'pairs'],
    ...all.map((row) => [
      row.line,
      row.ours,
      row.theirs,
      row.ratio.toFixed(2),
      row.atLeast === undefined
        ? ''
        : `≥ ${row.atLeast.toFixed(2)}${row.ratio >= row.atLeast ? '' : '  MISSED'}`,
      String(row.runs),
    ]),
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  for (const cells of table) {
    process.stdout.write(
      `${cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('   ')
        .trimEnd()}\n`,
    );
  }
}
