/** Next calls this once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireSettings } = await import("./lib/env");
  const settings = requireSettings();
  const { acceptMalformedAddresses } = await import("./lib/server/addresses");
  acceptMalformedAddresses();
  const { nameClients, refuseLongBodies } = await import("./lib/server/incoming");
  nameClients(settings.TRUSTED_PROXIES);
  refuseLongBodies();
  const { readGridsHere, runJobsHere, tellPagesHere } = await import("./lib/jobs/run-here");
  await runJobsHere();
  const { sendMailsHere } = await import("./lib/jobs/mail-here");
  sendMailsHere();
  const { sendWebhooksHere } = await import("./lib/jobs/webhooks-here");
  sendWebhooksHere();
  void tellPagesHere();
  const { warmPlanner } = await import("./lib/threads/threads");
  // A thread takes 100 MB and a second of processor time; beside other processes the second starts when it is needed.
  warmPlanner(Number(process.env.WEB_PROCESSES) > 1 ? 1 : 2);
  void readGridsHere();
}

/** Next calls this with what a page, action or route throws. */
export async function onRequestError(
  error: unknown,
  { headers }: { headers: Record<string, string | string[] | undefined> },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { isBusy } = await import("./lib/errors");
  const { noteBusyRequest } = await import("./lib/server/incoming");
  if (isBusy(error)) noteBusyRequest(headers);
}
