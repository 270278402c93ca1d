/** Next calls this once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { readAddressesMildly } = await import("./lib/server/addresses");
  readAddressesMildly();
  const { runJobsHere } = await import("./lib/jobs/run-here");
  await runJobsHere();
  const { warmPlanner } = await import("./lib/coverage/worker/threads");
  warmPlanner();
}
