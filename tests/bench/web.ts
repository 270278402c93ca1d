import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { ensureBuild } from "@/prisma/tooling/build";
import { type BenchCase, casesOf } from "./web/cases";
import { workTogether } from "./web/people";
import { type Bench, withOffice } from "./web/prepare";
import { type MeasuredServer, startBare, startStandby, startWeb } from "./web/servers";

const { values } = parseArgs({
  options: {
    assistants: { type: "string", default: "1200" },
    executives: { type: "string", default: "3000" },
    years: { type: "string", default: "1,10" },
    seed: { type: "string", default: "1" },
    rounds: { type: "string", default: "30" },
    port: { type: "string", default: "3910" },
    only: { type: "string", default: "" },
    // A folder in which the office is made once and used again by later runs; left out, it is thrown away.
    keep: { type: "string" },
    // So many people work together for so many minutes; left out, pages are timed one by one.
    people: { type: "string" },
    minutes: { type: "string", default: "10" },
  },
});
const rounds = Number(values.rounds);
const port = Number(values.port);
const report = (line: string) => console.error(line);

type Figures = { p50: number; p95: number; p99: number; longest: number };
type Measured = Figures & {
  ratio: number;
  ratioOfTen: number;
  cpu: number;
  statements: number;
  kB: number;
  stall: number;
};

const build = await ensureBuild({ report });
let round = 0;
const WARM_UP = 5;
/** The longest a case is timed one by one. */
const MOST_MS = 10_000;
const before = new Map<string, number>();
for (const years of values.years.split(",").map(Number)) {
  const { assistants, executives, seed, keep } = values;
  const size = {
    assistants: Number(assistants),
    executives: Number(executives),
    seed: Number(seed),
    years,
  };
  await withOffice({ ...size, keep, port, report }, (bench) =>
    values.people ? timePeople(bench) : timeCases(bench),
  );
}
process.exit(process.exitCode);

async function timeCases({ db, office, secret, env, years }: Bench): Promise<void> {
  const web = await startWeb(env, build, port);
  const bare = await startBare(env, port + 1);
  console.log(`\n${years} years of history\n`);
  console.log(
    "| | p50 | p95 | × bare | × bare, 10 at once | goal | CPU | statements | packed | longest stall |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|---|");
  for (const one of await casesOf(db, office, secret)) {
    if (!one.name.includes(values.only)) continue;
    const m = await measure(one, web, bare, () => db.rateLimit.deleteMany().then(() => {}));
    const grown = before.has(one.name) ? ` (×${(m.p50 / (before.get(one.name) ?? 1)).toFixed(2)})` : "";
    before.set(one.name, m.p50);
    console.log(
      `| ${one.name} | ${ms(m.p50)}${grown} | ${ms(m.p95)} | ×${m.ratio.toFixed(1)} | ×${m.ratioOfTen.toFixed(1)} | ${one.goal ? `×${one.goal}` : ""} | ${ms(m.cpu)} | ${m.statements} | ${m.kB.toFixed(0)} kB | ${ms(m.stall)} |`,
    );
  }
  const { rssMb } = await web.cost();
  console.log(`\nMemory of the web process afterwards: ${rssMb.toFixed(0)} MB`);
  await Promise.all([web.stop(), bare.stop()]);
}

async function timePeople({ db, office, secret, env }: Bench): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "standby-bench-"));
  const web = await startStandby({ ...env, DATA_DIR: dataDir }, port);
  const [people, minutes] = [Number(values.people), Number(values.minutes)];
  const met = await workTogether(db, office, { url: web.url, secret, people, minutes });
  console.log(`\n${people} people for ${minutes} minutes\n`);
  console.log("| | asked | p50 | p95 | p99 | longest |");
  console.log("|---|---|---|---|---|---|");
  const all = [...met.times.values()].flat();
  for (const [what, times] of [
    ...met.times,
    ["everything", all] as const,
    ["sign of life", met.lives] as const,
  ]) {
    const { p50, p95, p99, longest } = figures(times);
    console.log(`| ${what} | ${times.length} | ${ms(p50)} | ${ms(p95)} | ${ms(p99)} | ${ms(longest)} |`);
  }
  console.log(`\n${met.errors.length} errors ${[...new Set(met.errors)].join(", ")}`);
  await web.stop();
  await rm(dataDir, { recursive: true, force: true });
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** Warms a case up, then times it in turns with the bare server, one at a time and ten at once. */
async function measure(
  { request, name }: BenchCase,
  web: MeasuredServer,
  bare: MeasuredServer,
  unlimit: () => Promise<void>,
): Promise<Measured> {
  const ask = () => {
    const { path, init } = request(round++);
    return timed(`${web.url}${path}`, init, name);
  };
  const askBare = () => timed(bare.url, {}, "bare");
  await unlimit();
  for (let i = 0; i < WARM_UP; i++) await ask();
  const body = await ask();
  const alone: number[] = [];
  const floor: number[] = [];
  await unlimit();
  await web.cost();
  const first = await counted(web, ask);
  const until = performance.now() + MOST_MS;
  while (alone.length < rounds && performance.now() < until) {
    floor.push((await askBare()).ms);
    alone.push((await ask()).ms);
  }
  const { cpuMs, longestStallMs } = await web.cost();
  await unlimit();
  const count = Math.max(20, alone.length);
  const many = await atOnce(10, count, ask);
  const manyBare = await atOnce(10, count, askBare);
  return {
    ...figures(alone),
    ratio: figures(alone).p50 / figures(floor).p50,
    ratioOfTen: figures(many).p50 / figures(manyBare).p50,
    cpu: cpuMs / alone.length,
    statements: first,
    kB: gzipSync(body.text).length / 1024,
    stall: longestStallMs,
  };
}

async function counted(web: MeasuredServer, ask: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let i = 0; i < 5; i++) {
    await web.cost();
    await ask();
    counts.push((await web.cost()).statements);
  }
  // What a job or the queue asks meanwhile counts into some rounds only.
  return Math.min(...counts);
}

async function atOnce(people: number, count: number, ask: () => Promise<{ ms: number }>): Promise<number[]> {
  const times: number[] = [];
  let left = count;
  await Promise.all(
    Array.from({ length: people }, async () => {
      while (left-- > 0) times.push((await ask()).ms);
    }),
  );
  return times;
}

async function timed(url: string, init: RequestInit, name: string): Promise<{ ms: number; text: string }> {
  const start = performance.now();
  const response = await fetch(url, { ...init, redirect: "manual" });
  const text = await response.text();
  if (!response.ok) throw new Error(`${name}: ${response.status} ${text.slice(0, 300)}`);
  return { ms: performance.now() - start, text };
}

function figures(times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
}
