import "server-only";
import type { Administrator, Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { counterOf, type Limit, spendPoint } from "@/lib/rate-limits";
import { ok, type Result, refuse } from "@/lib/result";
import { canSeeInvitation } from "./policy";
import { type Invitee, listInvitees, refusalOfInviting, whereNeverInvited } from "./queries-invitees";
import { type InvitationsMade, type InviteRefusal, type InviteUsersInput, MOST_INVITED } from "./schema";
import { makePasswordLinks } from "./service-links";

const ROUNDS: Limit = { name: "invite-many", points: 60, seconds: 3_600 };

/**
 * Makes the links by which many people choose their first password, at most 500 at once. Nobody with a password gets one, and
 * who was invited before only with `again`, because a new link ends the one they may hold. Refuses 61 rounds an hour.
 */
export async function inviteUsers(
  ctx: Ctx<Manager | Administrator>,
  input: InviteUsersInput,
): Promise<Result<InvitationsMade, "too_many_tries">> {
  if (!(await spendPoint(counterOf(ctx.db, ROUNDS), ctx.actor.userId))) return refuse("too_many_tries");
  return inTransaction(ctx, async (tx) => {
    const people = await lockInvitees(tx, input);
    const refused = people.flatMap((person) => {
      const reason = reasonAgainst(ctx.actor, person);
      return reason ? [{ userId: person.userId, name: person.name, reason }] : [];
    });
    const open = people.filter(({ userId }) => !refused.some((one) => one.userId === userId));
    const isAsked = ({ standing }: Invitee) => input.again || standing.state === "not_invited";
    return ok({
      made: await linksFor(tx, open.filter(isAsked)),
      invitedBefore: open
        .filter((person) => !isAsked(person))
        .map(({ userId, name, standing: { invitedAt } }) => ({ userId, name, invitedAt })),
      refused,
    });
  });
}

/** The people asked for, each held until the end; one whom the actor may not know of is not found. */
async function lockInvitees(
  tx: Ctx<Manager | Administrator>,
  { userIds, everybody, poolId }: InviteUsersInput,
): Promise<Invitee[]> {
  const where = everybody ? whereNeverInvited(tx, everybody, poolId) : { id: { in: userIds } };
  const found = await listInvitees(tx, where, MOST_INVITED);
  const ids = found.map(({ userId }) => userId);
  await tx.db.$queryRaw`SELECT id FROM users WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const people = await listInvitees(tx, { AND: [where, { id: { in: ids } }] }, MOST_INVITED);
  const isKnown = everybody !== undefined || people.length === new Set(userIds).size;
  const mayKnow = people.every((person) => canSeeInvitation(tx.actor, person));
  if (!isKnown || !mayKnow) throw new NotFoundError("account");
  return people;
}

function reasonAgainst(actor: Manager | Administrator, person: Invitee): InviteRefusal | null {
  if (person.standing.state === "active") return "has_password";
  return refusalOfInviting(actor, person)?.reason ?? null;
}

async function linksFor(
  tx: Ctx<Manager | Administrator>,
  people: readonly Invitee[],
): Promise<InvitationsMade["made"]> {
  if (people.length === 0) return [];
  const links = await makePasswordLinks(
    tx,
    people.map(({ userId }) => userId),
  );
  return people.flatMap(({ userId, name, email }) => {
    const link = links.get(userId);
    return link ? [{ userId, name, email, ...link }] : [];
  });
}
