/** Next calls this once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { acceptMalformedAddresses } = await import("./lib/server/addresses");
  acceptMalformedAddresses();
  const { runJobsHere } = await import("./lib/jobs/run-here");
  await runJobsHere();
  const { warmPlanner } = await import("./lib/coverage/worker/threads");
  warmPlanner();
}
