import { withClient } from "./roles";

/** What a process holds beside its pool: the job queue's two, and the one that listens for changes. */
const BESIDE_POOL = 3;
const MOST_IN_POOL = 10;
const LEAST_IN_POOL = 3;

/** How many processes a database can serve, and how large the pool of each may be. */
export type Share = { processes: number; pool: number };

/** Half of what the database allows is one start's: the rest is for other nodes, tools and backups. */
export function shareOf(allowed: number, wanted: number): Share {
  const half = Math.floor(allowed / 2);
  const processes = Math.max(1, Math.min(wanted, Math.floor(half / (LEAST_IN_POOL + BESIDE_POOL))));
  const room = Math.floor(half / processes) - BESIDE_POOL;
  return { processes, pool: Math.max(LEAST_IN_POOL, Math.min(MOST_IN_POOL, room)) };
}

/** How many connections this role may hold to this database, others not counted. */
export function allowedConnections(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ allowed: number }>(`
      SELECT least(
        current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
          - coalesce(current_setting('reserved_connections', true), '0')::int,
        nullif(rolconnlimit, -1), nullif(datconnlimit, -1)) AS allowed
      FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`);
    return Number(rows[0]?.allowed);
  });
}

/** Fits a wanted number of processes into what the database allows, and says so where that is fewer. */
export async function fitProcesses(
  databaseUrl: string,
  wanted: number,
  report: (line: string) => void,
): Promise<Share> {
  const allowed = await allowedConnections(databaseUrl);
  const share = shareOf(allowed, wanted);
  if (share.processes < wanted)
    report(
      `The database allows ${allowed} connections: starting ${share.processes} of ${wanted} web processes, so that others have room.`,
    );
  return share;
}
