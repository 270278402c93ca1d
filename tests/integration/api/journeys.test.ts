import { beforeEach, describe, expect, it } from "vitest";
import { callApi } from "../../support/api";
import { MONDAY_MORNING } from "../../support/contexts";
import { type ApiOffice, createApiOffice } from "../../support/offices/api";

let office: ApiOffice;

beforeEach(async () => {
  office = await createApiOffice();
});

type Id = { id: string };

describe("leave", () => {
  it("is asked for by an assistant, approved by the manager, and seen by nobody else", async () => {
    const { assistant, manager, colleague } = office;
    const leave = { type: "vacation", from: "2027-08-16", to: "2027-08-20", note: "a private word" };
    const asked = await callApi("POST", "/absences", {
      token: assistant.token,
      body: { ...leave, status: "approved" },
    });
    expect(asked).toMatchObject({ status: 201, body: { status: "requested", fromPart: "am", toPart: "pm" } });
    const path = `/absences/${(asked.body as Id).id}`;
    expect((await callApi("GET", path, { token: colleague.token })).status).toBe(404);
    expect((await callApi("POST", `${path}/approve`, { token: assistant.token })).status).toBe(403);
    const approved = await callApi("POST", `${path}/approve`, { token: manager.token });
    expect(approved).toMatchObject({ status: 200, body: { status: "approved", releasedCoverIds: [] } });
    expect((await callApi("POST", `${path}/approve`, { token: manager.token })).status).toBe(409);
    const again = await callApi("POST", "/absences", { token: assistant.token, body: leave });
    expect(again).toMatchObject({ status: 409, body: { error: { code: "overlaps_absence" } } });
  });

  it("is decided at the version that was read, in the body or by If-Match; another one is named", async () => {
    const { assistant, manager } = office;
    const leave = { type: "vacation", from: "2027-08-16", to: "2027-08-20" };
    const asked = await callApi("POST", "/absences", { token: assistant.token, body: leave });
    const path = `/absences/${(asked.body as Id).id}/decline`;
    const decline = (version: string, body = {}) =>
      callApi("POST", path, { token: manager.token, headers: { "if-match": version }, body });
    const stale = { status: 409, body: { error: { code: "changed_since_read", details: { version: 1 } } } };
    expect(await decline('"7"')).toMatchObject(stale);
    expect(await callApi("POST", path, { token: manager.token, body: { version: 7 } })).toMatchObject(stale);
    for (const [version, body] of [
      ["soon", {}],
      ['"1"', { version: 2 }],
    ] as const)
      expect(await decline(version, body)).toMatchObject({
        status: 400,
        body: { error: { code: "bad_if_match" } },
      });
    expect(await decline('W/"1"')).toMatchObject({ status: 200, body: { status: "declined", version: 2 } });
  });

  it("is entered by the manager for an assistant of the pool", async () => {
    const body = { type: "sick", from: "2027-08-16", to: "2027-08-16", assistantId: office.ids.colleagueId };
    const entered = await callApi("POST", "/absences", { token: office.manager.token, body });
    expect(entered).toMatchObject({ status: 201, body: { status: "approved" } });
    const list = await callApi("GET", "/absences?status=approved", { token: office.manager.token });
    expect(list.body).toMatchObject({ items: [{ id: (entered.body as Id).id }], nextCursor: null });
    expect((await callApi("GET", "/absences?limit=1", { token: office.colleague.token })).body).toMatchObject(
      {
        items: [{ id: (entered.body as Id).id }],
      },
    );
  });

  it("opens gaps that a plan closes, and can be undone", async () => {
    const { manager, ids } = office;
    const { token } = manager;
    const away = { type: "vacation", from: "2027-08-16", to: "2027-08-17", assistantId: ids.assistantId };
    const refused = await callApi("POST", "/absences", { token, body: { ...away, status: "approved" } });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "gaps_not_accepted" } } });
    const ill = await callApi("POST", "/absences", { token, body: { ...away, type: "sick" } });
    expect(ill).toMatchObject({ status: 201, body: { status: "approved" } });
    const days = { poolId: ids.pool, from: "2027-08-16", to: "2027-08-20" };
    const board = () => callApi("GET", `/coverage/board?${new URLSearchParams(days)}`, { token });
    expect((await board()).body).toMatchObject({ gaps: 4 });
    const plan = await callApi("POST", "/coverage/plans", { token, body: days });
    expect(plan).toMatchObject({
      status: 201,
      body: { uncovered: [], assignments: [{ executiveId: ids.executiveId, assistantId: ids.colleagueId }] },
    });
    const { id: planId, version } = plan.body as Id & { version: number };
    const path = `/coverage/plans/${planId}/accept`;
    const blind = await callApi("POST", path, { token });
    expect(blind).toMatchObject({ status: 400, body: { error: { path: "version", code: "invalid_input" } } });
    const accepted = await callApi("POST", path, { token, headers: { "if-match": `"${version}"` } });
    expect(accepted).toMatchObject({ status: 200, body: { covers: 1, acceptedGaps: 0 } });
    expect((await board()).body).toMatchObject({ gaps: 0 });
    const list = (path: string) => callApi("GET", `${path}?${new URLSearchParams(days)}`, { token });
    expect((await list("/coverage/assignments")).body).toMatchObject({
      items: [
        { status: "confirmed", planId, assistantId: ids.colleagueId, from: "2027-08-16", toPart: "pm" },
      ],
      nextCursor: null,
    });
    const plans = await callApi("GET", `/coverage/plans?poolId=${ids.pool}&status=accepted`, { token });
    expect(plans.body).toMatchObject({ items: [{ id: planId, from: "2027-08-16", to: "2027-08-20" }] });
    const week = await callApi("GET", "/me/week?week=2027-W33", { token: office.colleague.token });
    expect(JSON.stringify(week.body)).toContain('"kind":"cover"');
    const { changeId } = accepted.body as { changeId: string };
    expect((await callApi("POST", `/coverage/changes/${changeId}/undo`, { token })).status).toBe(200);
    expect((await board()).body).toMatchObject({ gaps: 4 });
  });
});

describe("a support request", () => {
  it("is filed by an executive, moved on by whoever has it, and closed by who asked", async () => {
    const { executive, assistant, colleague } = office;
    const filed = await callApi("POST", "/support-requests", {
      token: executive.token,
      body: { summary: "Book the 07:40 to Malmö" },
    });
    expect(filed.status).toBe(201);
    const path = `/support-requests/${office.ids.requestId}`;
    expect((await callApi("POST", `${path}/start`, { token: colleague.token })).status).toBe(404);
    expect(await callApi("POST", `${path}/start`, { token: assistant.token })).toMatchObject({
      status: 200,
      body: { status: "in_progress" },
    });
    expect((await callApi("POST", `${path}/resolve`, { token: assistant.token })).status).toBe(200);
    expect(
      await callApi("POST", `${path}/close`, { token: executive.token, body: { version: 1 } }),
    ).toMatchObject({
      status: 409,
      body: { error: { code: "changed_since_read" } },
    });
    expect(await callApi("POST", `${path}/close`, { token: executive.token })).toMatchObject({
      body: { status: "closed" },
    });
  });
});

describe("a browser's session", () => {
  it("reads without saying where from, and writes only from a page of ours", async () => {
    const { encode } = await import("next-auth/jwt");
    const { openSession } = await import("@/lib/auth/session");
    const { testDb } = await import("../../support/database");
    const sid = await openSession(testDb(), office.manager.userId, MONDAY_MORNING, { byFactor: true });
    const value = await encode({ token: { sid }, secret: process.env.NEXTAUTH_SECRET ?? "" });
    const cookie = `theme=dark; next-auth.session-token=${value}`;
    expect((await callApi("GET", "/me", { headers: { cookie } })).status).toBe(200);
    const write = (headers: Record<string, string>) =>
      callApi("POST", "/pools", { headers: { cookie, ...headers }, body: { name: "Gothenburg" } });
    expect(await write({})).toMatchObject({ status: 403, body: { error: { code: "foreign_origin" } } });
    expect((await write({ origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await write({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" })).status).toBe(
      201,
    );
    await testDb().session.updateMany({ data: { revokedAt: MONDAY_MORNING } });
    expect((await callApi("GET", "/me", { headers: { cookie } })).status).toBe(401);
    expect(
      (await callApi("GET", "/me", { headers: { cookie: "next-auth.session-token=nonsense" } })).status,
    ).toBe(401);
  });
});

describe("hours from a day", () => {
  it("need the hours that count from it, and leave what is planned", async () => {
    const { token } = office.manager;
    for (const [path, from] of [
      [`/assistants/${office.ids.assistantId}`, "hoursFrom"],
      [`/executives/${office.ids.executiveId}`, "supportHoursFrom"],
    ] as const) {
      const answer = await callApi("PATCH", path, { token, body: { [from]: "2026-09-07" } });
      expect(answer).toMatchObject({ status: 422, body: { error: { code: "hours_missing" } } });
    }
  });
});
