import { createDb } from "@/lib/db";
import { makeSecret } from "@/prisma/tooling/credentials";
import { migrate } from "@/prisma/tooling/migrate";
import { type RunningDatabase, startDatabase } from "@/prisma/tooling/postgres";
import { startScratchDatabase } from "@/prisma/tooling/scratch";
import { type BenchOffice, fillOffice, type OfficeOptions } from "./office";

/** An office of the bench in a database of its own, and what a server on it needs. */
export type Bench = {
  db: ReturnType<typeof createDb>;
  office: BenchOffice;
  secret: string;
  env: NodeJS.ProcessEnv;
  years: number;
};

type Preparation = OfficeOptions & {
  /** The folder in which the office is made once and used again; left out, it is thrown away. */
  keep: string | undefined;
  port: number;
  report: (line: string) => void;
};

/** Makes an office, or opens the one that was kept, lets it be measured, and stops its database. */
export async function withOffice(
  { keep, port, report, ...size }: Preparation,
  measure: (bench: Bench) => Promise<void>,
): Promise<void> {
  const database = keep
    ? await startDatabase({ dataDir: `${keep}-${size.years}` })
    : await startScratchDatabase();
  try {
    await migrate(database);
    const office = await fillOffice(database.appUrl, database.ownerUrl, superuserOf(database), size);
    report(`${size.years} years: ${JSON.stringify(office.people)}`);
    const secret = makeSecret();
    const env = {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: database.appUrl,
      OWNER_DATABASE_URL: database.ownerUrl,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    } as const;
    const db = createDb(database.ownerUrl);
    await measure({ db, office, secret, env, years: size.years });
    await db.$disconnect();
  } finally {
    await database.stop();
  }
}

function superuserOf({ admin, ownerUrl }: RunningDatabase): string {
  const address = new URL(admin?.url ?? ownerUrl);
  address.pathname = new URL(ownerUrl).pathname;
  return address.href;
}
