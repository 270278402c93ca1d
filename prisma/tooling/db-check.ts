import { runCommand } from "./command";
import { findDrift } from "./drift";

await runCommand(async () => {
  const drift = await findDrift();
  if (!drift) return console.log("The migrations build exactly what the schema says.");
  throw new Error(`The schema and the migrations differ. Missing (npm run db:draft writes it):\n\n${drift}`);
});
