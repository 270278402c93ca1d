// Preloaded into the measured web server: says over IPC what it has cost since it was last asked.
import { createRequire } from "node:module";
import { monitorEventLoopDelay } from "node:perf_hooks";

const pg = createRequire(import.meta.url)("pg");
const { query } = pg.Client.prototype;
let statements = 0;
pg.Client.prototype.query = function counted(...args) {
  statements += 1;
  return query.apply(this, args);
};

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let cpu = process.cpuUsage();

process.on("message", (asked) => {
  if (asked !== "cost") return;
  const { user, system } = process.cpuUsage(cpu);
  process.send?.({
    cpuMs: (user + system) / 1000,
    statements,
    longestStallMs: delay.max / 1e6,
    rssMb: process.memoryUsage().rss / 2 ** 20,
  });
  cpu = process.cpuUsage();
  statements = 0;
  delay.reset();
});
