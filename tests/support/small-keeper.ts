import { fileURLToPath } from "node:url";
import { keepAllRunning } from "../../prisma/tooling/keeper";
import { doesServe, startWebProcess } from "../../prisma/tooling/web-process";

// Keeps the small server running in two processes, as Next is kept, until SIGTERM.
const script = fileURLToPath(new URL("./small-server.mjs", import.meta.url));
const stopping = new AbortController();
process.on("SIGTERM", () => stopping.abort());
await keepAllRunning(2, {
  start: () => startWebProcess({ script, args: process.argv.slice(2), env: process.env }),
  answers: (child) => doesServe(child, 300),
  signal: stopping.signal,
  report: console.log,
  patience: { firstPause: 50, askEvery: 100, firstSilences: 300, mostSilences: 3, drain: 5_000 },
});
process.exit();
