import "server-only";
import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url().default("http://127.0.0.1:3000"),
  STANDBY_DEMO: z.enum(["0", "1"]).default("0"),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(720).default(30),
});

let parsed: z.infer<typeof Env> | undefined;

/** The configuration of this process; throws once, naming every fault at a time. */
export function env(): z.infer<typeof Env> {
  if (parsed) return parsed;
  const result = Env.safeParse(process.env);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration has faults:\n${faults.join("\n")}`);
  }
  parsed = result.data;
  return parsed;
}

/** True while this installation shows the demo office and its well-known accounts. */
export function isDemo(): boolean {
  return env().STANDBY_DEMO === "1";
}
