import cluster from "node:cluster";
import { request, Server } from "node:http";
import { duplexPair } from "node:stream";
import "./follow-parent.mjs";

// Preloaded into each process of the web server: it ends with its keeper, and tells it whether it serves.

const DRAIN_MS = 10_000;

// When the keeper is gone, even by kill -9, open requests are finished; node:cluster by itself would cut them off.
if (cluster.worker) cluster.worker.exitedAfterDisconnect = true;
process.on("disconnect", () => setTimeout(() => process.exit(1), DRAIN_MS).unref());

// A terminal sends these to every process; the keeper says what is to be done.
for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => {});

let server;
let isEnding = false;
const open = new Set();
const { listen } = Server.prototype;
Server.prototype.listen = function listenAndRemember(...args) {
  server = this.prependListener("request", (_, response) => {
    response.shouldKeepAlive &&= !isEnding;
    open.add(response);
    response.once("close", () => open.delete(response));
  });
  return Reflect.apply(listen, this, args);
};

// Clients hear that their connection ends with the answer; one that goes on asking would keep the server from ending.
process.on("SIGTERM", () => {
  // Too early for the program to have a way of ending.
  if (process.listenerCount("SIGTERM") === 1) process.exit(143);
  isEnding = true;
  for (const response of open) response.shouldKeepAlive = false;
});

process.on("message", (message) => {
  if (message?.standby === "ask") askMyself(answer);
});

function answer(serves) {
  if (process.connected) process.send({ standby: "answer", serves }, () => {});
}

// The port is shared, so that a request by it may reach any process; this one takes no network.
function askMyself(tell) {
  if (!server) return tell(false);
  const [client, served] = duplexPair();
  server.emit("connection", served);
  request({ path: "/api/health/live", method: "HEAD", createConnection: () => client })
    .on("response", () => tell(true))
    .on("error", () => tell(false))
    .end();
}
