import { type Cluster, joinOrStart } from "./cluster";
import { readPostmaster } from "./postmaster";

const LOOK_EVERY_MS = 500;

/** Starts the server again whenever it is gone, holding the data folder's lock, until the signal. */
export function watchPostmaster(
  cluster: Cluster,
  signal: AbortSignal,
  locked: (work: () => Promise<void>) => Promise<void>,
): void {
  const isGone = async () => !signal.aborted && !(await readPostmaster(cluster.folder));
  const revive = async () => {
    if (!(await isGone())) return;
    cluster.report("PostgreSQL was killed: starting it again.");
    await joinOrStart(cluster);
  };
  const look = async () => {
    if (await isGone()) await locked(revive).catch((error: Error) => cluster.report(error.message));
    if (!signal.aborted) setTimeout(look, LOOK_EVERY_MS).unref();
  };
  setTimeout(look, LOOK_EVERY_MS).unref();
}
