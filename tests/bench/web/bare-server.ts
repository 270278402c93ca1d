import { createServer } from "node:http";
import { Pool } from "pg";

// The floor of the bench: Node and pg, which read 1,000 rows and answer them as JSON.
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const ROWS = `SELECT id, executive_id, assistant_id, start_on, end_on, status FROM coverage_assignments
  ORDER BY executive_id, start_on LIMIT 1000`;

createServer((_request, response) => {
  pool.query(ROWS).then(
    ({ rows }) => response.setHeader("content-type", "application/json").end(JSON.stringify(rows)),
    (error) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit());
