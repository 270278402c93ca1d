import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { ok } from "@/lib/result";
import { requireRequestRow } from "./queries";
import { moveRequest } from "./service-moves";

/** Lets a request that is worked on wait for its requester; another one stays as it is. */
export async function setAsideForRequester(tx: Ctx<Person>, id: string): Promise<void> {
  const request = await requireRequestRow(tx, id);
  if (request.status !== "in_progress") return;
  const read = async () => ok(await requireRequestRow(tx, id));
  await moveRequest(tx, request, { move: "wait", read, wait: { for: "requester", until: null } });
}

/** The requester has answered, or somebody in the place of the executives named: work on what waited for them goes on. */
export async function resumeForRequester(
  tx: Ctx<Person>,
  id: string,
  inPlaceOf: readonly string[] = [],
): Promise<void> {
  const { version, status, pauses } = await requireRequestRow(tx, id, inPlaceOf);
  const isAwaited = pauses.some(({ to, reason }) => to === null && reason === "requester");
  if (status !== "waiting" || !isAwaited) return;
  const read = async () => ok(await requireRequestRow(tx, id, inPlaceOf));
  await moveRequest(tx, { id, version }, { move: "resume", read });
}
