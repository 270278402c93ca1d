import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { coverNotice } from "@/lib/covers/notices";
import { disputeNotice } from "@/lib/disputes/notices";
import { sendWebhooks } from "@/lib/jobs/webhooks-here";
import { listNotices } from "@/lib/notices/queries";
import { notify } from "@/lib/notices/service-notify";
import { day } from "@/lib/time/day";
import { listWebhookDeliveries, requireWebhook } from "@/lib/webhooks/queries";
import {
  createWebhook,
  rotateWebhook,
  sendWebhookAgain,
  switchWebhook,
  testWebhook,
} from "@/lib/webhooks/service";
import { isOpenAddress, mayLeadTo } from "@/lib/webhooks/service-address";
import { postWebhook } from "@/lib/webhooks/service-post";
import { asAdministratorOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createUser } from "../support/factories/accounts";

type Got = { headers: IncomingMessage["headers"]; body: string };

const KNOWN = new Set(["cover_offered", "cover_assigned"]);
const range = { from: day("2026-08-18"), fromPart: "am", to: day("2026-08-19"), toPart: "pm" } as const;
const COVER_ID = "01900000-0000-7000-8000-000000000001";
const later = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * 60_000);

let admin: Ctx<Administrator>;
let server: Server;
let got: Got[];
let status: number;

beforeEach(async () => {
  const { id } = await createUser(testDb(), { email: "root@x.se", isAdministrator: true });
  admin = await asAdministratorOf(id);
  [got, status] = [[], 204];
  server = createServer(async (request, answer) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    got.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    answer.writeHead(status, { Location: "/elsewhere" }).end("a private answer");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => void server.close());

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;

async function made(): Promise<{ id: string; secret: string }> {
  const answer = await createWebhook(
    admin,
    { name: "Payroll", url: address(), events: ["cover_offered"] },
    KNOWN,
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

async function offer(now = MONDAY_MORNING): Promise<void> {
  const params = { coverId: COVER_ID, executive: "Edith Ek", range, until: later(60).toISOString() };
  await notify(asSystem(now), coverNotice("cover_offered", [], params));
}

const send = (now = MONDAY_MORNING) => sendWebhooks(() => asSystem(now), postWebhook);

function signatureBy(secret: string, { headers, body }: Got): string {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
}

describe("a webhook", () => {
  it("is told of what it asked for, signed, by ids and times and without a name", async () => {
    const { id, secret } = await made();
    await offer();
    await notify(asSystem(), coverNotice("cover_assigned", [], { executive: "Edith Ek", range }));
    await notify(asSystem(), disputeNotice("conversation_waiting", [], {}));
    await send();
    expect(got).toHaveLength(1);
    const [one] = got as [Got];
    expect(one.headers["webhook-signature"]).toBe(signatureBy(secret, one));
    expect(JSON.parse(one.body)).toEqual({
      type: "cover_offered",
      timestamp: MONDAY_MORNING.toISOString(),
      data: { coverId: COVER_ID, range, until: later(60).toISOString() },
    });
    expect(await listWebhookDeliveries(admin, id)).toMatchObject([
      { state: "delivered", status: 204, attempts: 1 },
    ]);
    expect(JSON.stringify(await testDb().webhookEndpoint.findMany())).not.toContain(secret);
  });

  it("is told nothing of what was undone", async () => {
    await made();
    const broken = testDb().$transaction(async (db) => {
      const params = { coverId: COVER_ID, executive: "Edith Ek", range, until: later(60).toISOString() };
      await notify({ ...asSystem(), db }, coverNotice("cover_offered", [], params));
      throw new Error("undone");
    });
    await expect(broken).rejects.toThrow("undone");
    await send();
    expect(got).toEqual([]);
  });

  it("is tried again under the same id until it takes it, and no redirect is followed", async () => {
    const { id } = await made();
    status = 302;
    await offer();
    await send();
    status = 500;
    await send(later(0.5));
    await send(later(2));
    expect(await listWebhookDeliveries(admin, id)).toMatchObject([
      { state: "waiting", status: 500, attempts: 2 },
    ]);
    status = 200;
    await send(later(10));
    expect(new Set(got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(got).toHaveLength(3);
    expect((await requireWebhook(admin, id)).failingSince).toBeNull();
  });

  it("ends when it is gone or has failed for five days, and administrators are told once", async () => {
    const { id } = await made();
    status = 500;
    await offer();
    await send();
    await offer(later(5 * 1_440));
    await send(later(5 * 1_440));
    await send(later(5 * 1_440 + 5));
    expect(await requireWebhook(admin, id)).toMatchObject({ disabledBy: "failing" });
    const notices = await listNotices(admin);
    expect(notices.map(({ kind }) => kind)).toEqual(["webhook_ended"]);
    await offer(later(5 * 1_440 + 10));
    expect((await listWebhookDeliveries(admin, id)).every(({ state }) => state === "failed")).toBe(true);
    await switchWebhook(admin, { id, isOn: true });
    status = 410;
    await testWebhook(admin, { id });
    await send();
    expect(await requireWebhook(admin, id)).toMatchObject({ disabledBy: "gone" });
    expect(await testWebhook(admin, { id })).toMatchObject({ reason: "webhook_off" });
  });

  it("has two signatures for a day after its secret was changed, and sends again what was sent", async () => {
    const { id, secret } = await made();
    const rotated = await rotateWebhook(admin, { id });
    if (!rotated.ok) throw new Error(rotated.reason);
    await offer();
    await send();
    const [first] = got as [Got];
    expect(first.headers["webhook-signature"]).toBe(
      `${signatureBy(rotated.value.secret, first)} ${signatureBy(secret, first)}`,
    );
    const [delivery] = await listWebhookDeliveries(admin, id);
    await sendWebhookAgain(admin, { id, deliveryId: delivery?.id ?? "" });
    await send(later(1_441));
    const second = got[1] as Got;
    expect(second.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
    expect(second.headers["webhook-signature"]).toBe(signatureBy(rotated.value.secret, second));
  });

  it("never leads inside, however its host is written or found", async () => {
    for (const url of ["http://hooks.example.org/", "https://10.0.0.1/", "https://[::1]/", "https://0xa.1/"])
      expect(mayLeadTo(url), url).toBe(false);
    expect(mayLeadTo("https://hooks.example.org/")).toBe(true);
    expect(isOpenAddress("127.0.0.1")).toBe(false);
    const post = { url: "https://localhost:1/", eventId: COVER_ID, body: "{}", secrets: [] };
    expect(await postWebhook(post, MONDAY_MORNING)).toEqual({ fault: "EINSIDE" });
    const input = { name: "x", url: "https://192.168.1.1/", events: ["cover_offered"] };
    expect(await createWebhook(admin, input, KNOWN)).toMatchObject({ reason: "webhook_address_refused" });
    const unknown = { ...input, url: address(), events: ["conversation_waiting"] };
    expect(await createWebhook(admin, unknown, KNOWN)).toMatchObject({ reason: "unknown_event" });
  });

  it("is for who has just shown that it is they", async () => {
    const session = { idHash: "none", provenAt: new Date(MONDAY_MORNING.getTime() - 601_000) };
    const unproven = { ...admin, actor: { ...admin.actor, session } };
    const input = { name: "x", url: address(), events: ["cover_offered"] };
    expect(await createWebhook(unproven, input, KNOWN)).toMatchObject({ reason: "proof_needed" });
  });
});
