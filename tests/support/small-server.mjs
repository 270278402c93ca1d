import { createServer } from "node:http";

// A web server as small as can be: it answers which process it is, late when asked slowly, and never again once it spins.
const server = createServer(async ({ url }, response) => {
  if (url === "/spin") for (;;);
  if (url === "/slow") await new Promise((resolve) => setTimeout(resolve, 600));
  response.end(String(process.pid));
});
process.on("SIGTERM", () => server.close(() => process.exit()));
server.listen(Number(process.argv[2]), "127.0.0.1");
