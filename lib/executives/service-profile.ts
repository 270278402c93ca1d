import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { executiveAudit } from "@/lib/executives/audit";
import { refuseChanged } from "@/lib/moves/service-changes";
import { ok, type Result, refuse } from "@/lib/result";
import { listExecutiveAccess, requireKeeper } from "./queries-access";
import { canKeepSection, canSeeExecutive, type ExecutiveAccess } from "./rules-profile";
import type {
  AddProfileSectionInput,
  ChangeProfileSectionInput,
  ProfileCategory,
  RemoveFromExecutiveInput,
} from "./schema-profile";

type Changed = { id: string; executiveId: string };
type SectionRefusal = "confidential_for_others" | "executive_decides";

/** Adds a section to an executive's profile. Managers write none that they could not read. */
export async function addProfileSection(
  ctx: Ctx<Person>,
  input: AddProfileSectionInput,
): Promise<Result<Changed, SectionRefusal>> {
  const executiveAccess = await requireKeeper(ctx, input.executiveId);
  const refusal = refusalOf(executiveAccess, null, input);
  if (refusal) return refusal;
  return inTransaction(ctx, async (tx) => {
    const { id } = await tx.db.executiveProfileSection.create({
      data: { executiveId: input.executiveId, ...fieldsOf(tx, input), createdAt: ctx.now },
      select: { id: true },
    });
    await audit(tx, executiveAudit("profile_section.added", id, factsOf(executiveAccess, input)));
    return ok({ id, executiveId: input.executiveId });
  });
}

/** Changes a section; refuses a lost update. */
export async function changeProfileSection(
  ctx: Ctx<Person>,
  input: ChangeProfileSectionInput,
): Promise<Result<Changed, SectionRefusal | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const { section, executiveAccess } = await requireSection(tx, input.id);
    const refusal = refusalOf(executiveAccess, section, input);
    if (refusal) return refusal;
    const { count } = await tx.db.executiveProfileSection.updateMany({
      where: { id: input.id, version: input.version },
      data: { ...fieldsOf(tx, input), version: { increment: 1 } },
    });
    if (count === 0) return refuseChangedSection(tx, input);
    await audit(tx, executiveAudit("profile_section.changed", input.id, factsOf(executiveAccess, input)));
    return ok({ id: input.id, executiveId: executiveAccess.executiveId });
  });
}

/** Takes a section out of the profile; refuses one that changed meanwhile. */
export async function removeProfileSection(
  ctx: Ctx<Person>,
  { id, version }: RemoveFromExecutiveInput,
): Promise<Result<Changed, "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const { section, executiveAccess } = await requireSection(tx, id);
    const { count } = await tx.db.executiveProfileSection.deleteMany({ where: { id, version } });
    if (count === 0) return refuseChangedSection(tx, { id, version });
    await audit(tx, executiveAudit("profile_section.removed", id, factsOf(executiveAccess, section)));
    return ok({ id, executiveId: executiveAccess.executiveId });
  });
}

async function refuseChangedSection(tx: Ctx, { id, version }: { id: string; version?: number | undefined }) {
  const current = await tx.db.executiveProfileSection.findUnique({
    where: { id },
    select: { version: true },
  });
  return refuseChanged(tx, { entityType: "profile_section", id }, { version }, current);
}

type Section = { category: ProfileCategory; confidential: boolean; openToManagers: boolean };

/** A section its reader may change; one they may not know of, or not read, is not found. */
async function requireSection(
  tx: Ctx<Person>,
  id: string,
): Promise<{ section: Section; executiveAccess: ExecutiveAccess }> {
  const section = await tx.db.executiveProfileSection.findUnique({
    where: { id },
    select: { executiveId: true, category: true, confidential: true, openToManagers: true },
  });
  const executiveAccess =
    section && (await listExecutiveAccess(tx, [section.executiveId])).get(section.executiveId);
  if (
    !section ||
    !executiveAccess ||
    !canSeeExecutive(executiveAccess) ||
    !canKeepSection(executiveAccess, section)
  )
    throw new NotFoundError("profile_section");
  return { section, executiveAccess };
}

function refusalOf(
  executiveAccess: ExecutiveAccess,
  before: Section | null,
  after: Section,
): Result<never, SectionRefusal> | null {
  const isOpen = after.confidential && after.openToManagers;
  if (!executiveAccess.isExecutive && before?.confidential && !after.confidential)
    return refuse("executive_decides", { path: "confidential" });
  if (!executiveAccess.isExecutive && isOpen !== (before?.openToManagers ?? false))
    return refuse("executive_decides", { path: "openToManagers" });
  return canKeepSection(executiveAccess, after)
    ? null
    : refuse("confidential_for_others", { path: "confidential" });
}

function fieldsOf(tx: Ctx<Person>, input: AddProfileSectionInput | ChangeProfileSectionInput) {
  const { category, title, body, confidential } = input;
  const openToManagers = confidential && input.openToManagers;
  const changed = { changedById: tx.actor.userId, updatedAt: tx.now };
  return { category, title, body, confidential, openToManagers, ...changed };
}

function factsOf({ executiveId }: ExecutiveAccess, { category, confidential, openToManagers }: Section) {
  return { executiveId, category, confidential, openToManagers: confidential && openToManagers };
}
