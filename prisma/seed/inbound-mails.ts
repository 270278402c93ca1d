import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/prisma/generated/client/client";
import type { DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { poolId } from "./people";

type Row = Prisma.SupportRequestCreateManyInput;
type Reason = "unknown_sender" | "failed_checks" | "no_request";

const MAILBOX = "requests@in.standby.example";

/** What waits for a manager: from outside, with a sender that may be forged, and from somebody who asks for nothing. */
const HELD: readonly {
  from: string;
  name: string;
  subject: string;
  text: string;
  reason: Reason;
  hoursAgo: number;
}[] = [
  {
    from: "reservations@grandhotel-oslo.example",
    name: "Grand Hotel Oslo",
    subject: "Your reservation 48113",
    text: "Dear Ms Bergqvist,\n\nwe confirm one room, 8 to 10 December, late arrival.\nPlease send us the passport number of your guest.\n\nKind regards\nGrand Hotel Oslo",
    reason: "unknown_sender",
    hoursAgo: 3,
  },
  {
    from: "helena.bergqvist@standby.example",
    name: "Helena Bergqvist",
    subject: "Brådskande betalning",
    text: "Hej,\n\nbetala bifogad faktura i dag och svara när det är klart. Jag sitter i möte och kan inte prata.\n\n/Helena",
    reason: "failed_checks",
    hoursAgo: 22,
  },
  {
    from: "kursbokning@arlanda-konferens.example",
    name: "Arlanda Konferens",
    subject: "Er offert för den 14 januari",
    text: "Hej!\n\nVi har reserverat Salong 3 för 24 personer till fredag. Svara på det här mejlet för att boka.\n\nVänliga hälsningar\nArlanda Konferens",
    reason: "unknown_sender",
    hoursAgo: 27,
  },
];

/** Mail of the demo: one request that came by it and an automatic answer beside it, and what is held. */
export async function writeInboundMails(
  ctx: Ctx,
  pools: readonly DemoPool[],
  rows: readonly Row[],
): Promise<void> {
  const [pool] = pools;
  if (!pool) return;
  const held = HELD.map(({ from, name, subject, text, reason, hoursAgo }) => {
    const raw = `From: ${name} <${from}>\r\nTo: ${MAILBOX}\r\nSubject: ${encoded(subject)}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
    const about = { verdict: "held" as const, reason, poolId: poolId(pool), subject, text };
    return { ...mailRow(raw, from, name, new Date(ctx.now.getTime() - hoursAgo * 3_600_000)), ...about, raw };
  });
  await ctx.db.inboundMail.createMany({ data: held.map(({ raw: _, ...row }) => row) });
  await ctx.db.inboundMailRaw.createMany({
    data: held.map(({ id, raw }) => ({ mailId: id, bytes: new TextEncoder().encode(raw) })),
  });
  await writeMailedRequest(ctx, rows);
}

const MAILED = "Rebook Friday's flight to Copenhagen";

async function writeMailedRequest(ctx: Ctx, rows: readonly Row[]): Promise<void> {
  const request = rows.find(({ summary }) => summary === MAILED);
  if (!request?.id) return;
  const at = new Date(request.createdAt ?? ctx.now);
  const from = "helena.bergqvist@standby.example";
  const text = `${request.details || "The evening flight is too late for me."}\n\nHelena\n\nSkickat från min iPhone`;
  const airline = "noreply@flysas.example";
  await ctx.db.supportRequest.update({
    where: { id: request.id },
    data: { via: "mail", updatedAt: request.updatedAt },
    select: { id: true },
  });
  await ctx.db.inboundMail.createMany({
    data: [
      {
        ...mailRow(text, from, "Helena Bergqvist", at),
        ...{
          verdict: "request",
          requestId: request.id,
          executiveId: request.executiveId,
          subject: MAILED,
          text,
        },
      },
      {
        ...mailRow("automatic", airline, "SAS", new Date(at.getTime() + 60_000)),
        ...{ verdict: "automatic", requestId: request.id, subject: "We have received your message" },
        text: "Thank you for your message. We answer within two working days.",
      },
    ],
  });
}

function mailRow(raw: string, fromAddress: string, fromName: string, receivedAt: Date) {
  const digest = createHash("sha256").update(`${fromAddress} ${raw}`).digest("hex");
  const id = demoId("mail", digest);
  return { id, mailbox: MAILBOX, digest, messageId: `<${id}@demo>`, fromAddress, fromName, receivedAt };
}

function encoded(subject: string): string {
  return `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`;
}
