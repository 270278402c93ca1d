import "server-only";
import type { Executive, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canReadWords } from "@/lib/requests/policy";
import { listServedExecutiveIds, requireRequestRow, type VisibleRequest } from "@/lib/requests/queries";
import { dayOfColumn } from "@/lib/time/day";
import type { MailOutcome } from "@/prisma/generated/client/client";
import { listDeputisedExecutiveIds } from "./deputies/queries";
import type { LetterLanguage, LetterStatus } from "./rules-choices";
import { type FieldValues, fieldName } from "./rules-fields";
import { letterText, missingFields, wordsOfLine } from "./rules-text";
import { FieldValuesInput, type LetterLine, type LetterView, type ListLettersInput } from "./schema";

type Page = { items: LetterLine[]; nextCursor: string | null };

const REQUEST = {
  summary: true,
  executiveId: true,
  executive: { select: { user: { select: { name: true } } } },
} as const;

const SHOWN = {
  open: ["draft", "for_approval", "approved", "returned"],
  for_approval: ["for_approval"],
  sent: ["sent"],
  all: ["draft", "for_approval", "approved", "returned", "sent"],
} as const satisfies Record<ListLettersInput["show"], readonly LetterStatus[]>;

const LINE = {
  id: true,
  requestId: true,
  language: true,
  status: true,
  number: true,
  version: true,
  updatedAt: true,
  request: { select: REQUEST },
  versions: {
    orderBy: { number: "desc" },
    take: 1,
    select: { subject: true, values: true },
  },
} as const;

type LineRow = {
  id: string;
  requestId: string;
  language: LetterLanguage;
  status: LetterStatus;
  number: number;
  version: number;
  updatedAt: Date;
  request: { summary: string; executiveId: string; executive: { user: { name: string } } };
  versions: { subject: string; values: unknown }[];
};

/** The letters of requests whose words the person may read, what was last done first. */
export async function listLetters(
  ctx: Ctx<Person>,
  { show, cursor, limit }: ListLettersInput,
): Promise<Page> {
  const { executive, assistant, managedPoolIds } = ctx.actor;
  const served = await listServedExecutiveIds(ctx);
  const rows = await ctx.db.letter.findMany({
    where: {
      status: { in: [...SHOWN[show]] },
      request: {
        OR: [
          ...(executive ? [{ executiveId: executive.id }] : []),
          ...(assistant ? [{ assigneeId: assistant.id }] : []),
          { createdById: ctx.actor.userId },
          { executiveId: { in: served }, confidential: false },
          { executive: { poolId: { in: [...managedPoolIds] } }, confidential: false },
        ],
      },
      ...after(cursor),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: LINE,
  });
  return pageOf(rows, limit, (row) => ({ key: row.updatedAt.toISOString(), id: row.id }), lineView);
}

function after(cursor: Cursor | undefined) {
  const at = new Date(cursor?.key ?? Number.NaN);
  if (!cursor || Number.isNaN(at.getTime())) return {};
  return { AND: [{ OR: [{ updatedAt: { lt: at } }, { updatedAt: at, id: { lt: cursor.id } }] }] };
}

const MOST_TO_APPROVE = 50;

/** The letters that wait for the executive, also in the place of others, the one that has waited longest first. */
export async function listLettersToApprove({ db, actor }: Ctx<Executive>): Promise<LetterLine[]> {
  const rows = await db.letter.findMany({
    where: {
      status: "for_approval",
      request: {
        OR: [
          { executiveId: actor.executive.id },
          { executive: { letterDeputy: { deputyId: actor.executive.id } }, confidential: false },
        ],
      },
    },
    orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
    take: MOST_TO_APPROVE,
    select: LINE,
  });
  return rows.map(lineView);
}

function lineView({ request, versions: [latest], updatedAt, ...row }: LineRow): LetterLine {
  const values = valuesOf(latest?.values);
  const { subject } = letterText(latest?.subject ?? "", "", values);
  return {
    ...row,
    title: wordsOfLine(subject, (field) => fieldName(field, row.language)),
    recipient: values.recipient ?? "",
    requestSummary: request.summary,
    executiveId: request.executiveId,
    executiveName: request.executive.user.name,
    updatedAt: updatedAt.toISOString(),
  };
}

/** What a version's fields are filled in with, as it was kept. */
export function valuesOf(stored: unknown): FieldValues {
  return FieldValuesInput.safeParse(stored).data ?? {};
}

/** A letter as its verbs need it, with its request and its latest version; one whose words the actor may not read is not found. */
export async function requireLetterRow(ctx: Ctx<Person>, id: string) {
  const letter = await ctx.db.letter.findUnique({
    where: { id },
    select: {
      id: true,
      requestId: true,
      status: true,
      number: true,
      version: true,
      language: true,
      versions: { orderBy: { number: "desc" }, take: 1 },
    },
  });
  const latest = letter?.versions[0];
  if (!letter || !latest) throw new NotFoundError("letter");
  const request = await requireReadableRequest(ctx, letter.requestId);
  return { ...letter, request, latest: { ...latest, values: valuesOf(latest.values) } };
}

export type VisibleLetter = Awaited<ReturnType<typeof requireLetterRow>>;

/** The request of a letter, for those who may read its words and for who approves letters in its executive's place. */
export async function requireReadableRequest(ctx: Ctx<Person>, id: string): Promise<VisibleRequest> {
  const deputised = await listDeputisedExecutiveIds(ctx);
  const request = await requireRequestRow(ctx, id, deputised).catch((error: unknown) => {
    throw error instanceof NotFoundError ? new NotFoundError("letter") : error;
  });
  if (!canReadWords(ctx.actor, request)) throw new NotFoundError("letter");
  return request;
}

const MOST_VERSIONS = 100;

/** What became of a letter's mail; the outbox forgets the ones that the mail server took. */
function deliveryOf(
  mail: { endedAt: Date | null; outcome: MailOutcome | null } | null,
): LetterView["delivery"] {
  if (!mail || mail.outcome === "sent") return "taken";
  return mail.endedAt ? "refused" : "waiting";
}

/** One letter with its versions, the latest first; one whose words the actor may not read is not found. */
export async function requireLetter(ctx: Ctx<Person>, id: string): Promise<LetterView> {
  await requireLetterRow(ctx, id);
  const row = await ctx.db.letter.findUniqueOrThrow({
    where: { id },
    select: {
      ...LINE,
      ...{ sentAt: true, sentVia: true, postedOn: true },
      mail: { select: { endedAt: true, outcome: true } },
      versions: {
        orderBy: { number: "desc" },
        take: MOST_VERSIONS,
        include: { writtenBy: { select: { name: true } }, decidedBy: { select: { name: true } } },
      },
    },
  });
  const [latest] = row.versions;
  if (!latest) throw new NotFoundError("letter");
  const values = valuesOf(latest.values);
  const { sentAt, sentVia, postedOn, mail, ...line } = row;
  return {
    ...lineView(line),
    subject: latest.subject,
    body: latest.body,
    values: { ...values },
    recipientEmail: latest.recipientEmail,
    missing: missingFields(latest.subject, latest.body, values),
    sentAt: sentAt?.toISOString() ?? null,
    sentVia,
    postedOn: postedOn && dayOfColumn(postedOn),
    delivery: sentVia === "mail" ? deliveryOf(mail) : null,
    versions: row.versions.map((one) => ({
      number: one.number,
      subject: one.subject,
      body: one.body,
      values: { ...valuesOf(one.values) },
      writtenByName: one.writtenBy.name,
      writtenAt: one.writtenAt.toISOString(),
      decision: one.decision,
      decidedByName: one.decidedBy?.name ?? null,
      decidedAt: one.decidedAt?.toISOString() ?? null,
      remarks: one.remarks,
    })),
  };
}
