import { beforeEach, describe, expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { callApi } from "../../support/api";
import { MONDAY_MORNING } from "../../support/contexts";
import { testDb } from "../../support/database";
import { createOffice, type Office } from "../../support/offices/two-pools";

let office: Office;

beforeEach(async () => {
  office = await createOffice();
});

const gothenburg = { name: "Gothenburg" };

describe("a call", () => {
  it("without a token, or with a wrong one, is answered 401", async () => {
    for (const authorization of ["", "Bearer nothing", `Bearer standby_${"x".repeat(43)}`, "Basic YTpi"]) {
      const headers: Record<string, string> = authorization === "" ? {} : { authorization };
      const answer = await callApi("GET", "/me", { headers });
      expect(answer).toMatchObject({ status: 401, body: { error: { code: "not_signed_in" } } });
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    }
  });

  it("of a disabled person or with a revoked token is answered 401", async () => {
    await testDb().user.update({
      where: { id: office.manager.userId },
      data: { disabledAt: MONDAY_MORNING },
    });
    await testDb().apiToken.updateMany({
      where: { userId: office.assistant.userId },
      data: { revokedAt: MONDAY_MORNING },
    });
    for (const { token } of [office.manager, office.assistant]) {
      expect((await callApi("GET", "/me", { token })).status).toBe(401);
    }
  });

  it("says who it speaks for", async () => {
    const { body } = await callApi("GET", "/me", { token: office.manager.token });
    expect(body).toMatchObject({ roles: ["manager"], managedPoolIds: [office.ids.pool], assistant: null });
  });

  it("creates with 201 and gives the record", async () => {
    const made = await callApi("POST", "/pools", { token: office.manager.token, body: gothenburg });
    expect(made).toMatchObject({ status: 201, body: { ...gothenburg, holidayRegion: "SE", version: 1 } });
    const { id } = made.body as { id: string };
    expect(await callApi("GET", `/pools/${id}`, { token: office.manager.token })).toMatchObject({
      status: 200,
      body: { id },
    });
  });

  it("changes what it sends and nothing else, and refuses a lost update", async () => {
    const { token } = office.manager;
    const path = `/pools/${office.ids.pool}`;
    await testDb().pool.update({ where: { id: office.ids.pool }, data: { holidayTypes: ["public"] } });
    const renamed = await callApi("PATCH", path, { token, body: { name: "Solna", version: 1 } });
    expect(renamed).toMatchObject({
      status: 200,
      body: { name: "Solna", holidayTypes: ["public"], version: 2 },
    });
    const late = await callApi("PATCH", path, { token, body: { name: "Kista", version: 1 } });
    expect(late).toMatchObject({
      status: 409,
      body: {
        error: {
          code: "changed_since_read",
          details: { version: 2, actions: ["pool.changed"], fields: [] },
        },
      },
    });
  });

  it("that comes too late is told which version stands, what was done since and which fields differ", async () => {
    const { token } = office.manager;
    const path = `/pools/${office.ids.pool}`;
    for (const body of [{ name: "Solna" }, { holidayTypes: ["public"] }, { name: "Kista", lendsTo: [] }])
      expect((await callApi("PATCH", path, { token, body })).status).toBe(200);
    const late = await callApi("PATCH", path, {
      token,
      body: { name: "Lund" },
      headers: { "if-match": '"2"' },
    });
    expect(late.body).toMatchObject({
      error: {
        details: { version: 4, actions: ["pool.changed", "pool.changed"], fields: ["name", "holidayTypes"] },
      },
    });
  });

  it("is refused with the field concerned, in the language asked for", async () => {
    const { token } = office.manager;
    const taken = {
      token,
      body: { name: "London" },
      headers: { "accept-language": "sv-SE,sv;q=0.9,en;q=0.5" },
    };
    const answer = await callApi("POST", "/pools", taken);
    expect(answer).toMatchObject({ status: 409, body: { error: { code: "pool_name_taken", path: "name" } } });
    const { error } = answer.body as { error: { message: string } };
    expect(error.message).toBe(messages.sv.refusals.pool_name_taken);
    const region = { name: "Lagos", holidayRegion: "ZZ" };
    expect(await callApi("POST", "/pools", { token, body: region })).toMatchObject({
      status: 422,
      body: { error: { code: "unknown_holiday_region", path: "holidayRegion" } },
    });
  });

  it("with faults is answered 400 with every fault's place", async () => {
    const body = { holidayRegion: 7, colour: "blue" };
    const answer = await callApi("POST", "/pools", { token: office.manager.token, body });
    expect(answer.status).toBe(400);
    const { error } = answer.body as { error: { code: string; faults: unknown[] } };
    expect(error.code).toBe("invalid_input");
    expect(error.faults).toEqual([
      { path: "name", code: "required", message: "Required." },
      { path: "holidayRegion", code: "invalid", message: expect.any(String) },
      { path: "colour", code: "unknown_key", message: expect.any(String) },
    ]);
  });

  it("whose body can't be read is answered 4xx", async () => {
    const { token } = office.manager;
    const json = { "content-type": "application/json" };
    const send = (raw: BodyInit, headers: Record<string, string> = json) =>
      callApi("POST", "/pools", { token, raw, headers });
    expect(await send("{")).toMatchObject({ status: 400, body: { error: { code: "malformed_body" } } });
    expect(await send(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ status: 400 });
    expect(await send("[".repeat(400_000) + "]".repeat(400_000))).toMatchObject({ status: 400 });
    expect(await send("null")).toMatchObject({ status: 400 });
    expect(await send('"text"')).toMatchObject({ status: 400 });
    expect(await send('{"name":"a\\u0000b"}')).toMatchObject({
      status: 400,
      body: { error: { code: "nul_character", path: "name" } },
    });
    expect(await send("name=x", { "content-type": "application/x-www-form-urlencoded" })).toMatchObject({
      status: 415,
    });
    expect(await send(`{"name":"${"x".repeat(1024 * 1024)}"}`)).toMatchObject({
      status: 413,
      body: { error: { code: "body_too_large" } },
    });
    expect(await callApi("POST", "/pools", { token })).toMatchObject({ status: 400 });
  });

  it("with odd addresses is answered 4xx", async () => {
    const { token } = office.manager;
    const paths = ["/pools/1", "/pools/%00", "/pools/%E0%A4%A", "/pools?limit=0", "/pools?limit=1&limit=2"];
    const more = ["/pools?cursor=zzz", "/pools?q=%00", "/pools?colour=blue", "/pools?q[__proto__][a]=b"];
    for (const path of [...paths, ...more]) {
      expect((await callApi("GET", path, { token })).status, path).toBe(400);
    }
    expect(await callApi("GET", "/nothing", { token })).toMatchObject({ status: 404 });
    expect((await callApi("DELETE", "/pools", { token })).headers.get("allow")).toBe("GET, POST");
    expect(await callApi("POST", "/pools?dryRun=true", { token, body: gothenburg })).toMatchObject({
      status: 400,
    });
    const huge = { name: "Solna", version: 2 ** 40 };
    const answer = await callApi("PATCH", `/pools/${office.ids.pool}`, { token, body: huge });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it("is answered with an ETag, which spares the same answer and names the version that was read", async () => {
    const { token } = office.manager;
    const path = `/pools/${office.ids.pool}`;
    const first = await callApi("GET", path, { token });
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"1\.[\w-]{16}"$/);
    const again = () => callApi("GET", path, { token, headers: { "if-none-match": `W/${etag}, "other"` } });
    expect(await again()).toMatchObject({ status: 304, body: null });
    expect((await again()).headers.get("etag")).toBe(etag);
    const change = (name: string) =>
      callApi("PATCH", path, { token, body: { name }, headers: { "if-match": etag } });
    expect(await change("Solna")).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await change("Kista")).toMatchObject({
      status: 409,
      body: { error: { details: { version: 2 } } },
    });
    expect(await again()).toMatchObject({ status: 200, body: { name: "Solna" } });
    const list = await callApi("GET", "/pools", { token });
    expect(list.headers.get("etag")).toMatch(/^"[\w-]{16}"$/);
  });

  it("with days in the wrong order, or another word than the ones there are, is told so", async () => {
    const { token } = office.manager;
    const reversed = await callApi("GET", "/absences?from=2026-12-01&to=2026-11-01", { token });
    expect(reversed).toMatchObject({
      status: 400,
      body: { error: { faults: [{ path: "to", code: "ends_before_start" }] } },
    });
    const astray = await callApi("GET", "/absences?status=gone", { token });
    const { error } = astray.body as { error: { faults: { message: string }[] } };
    expect(error.faults[0]?.message).toMatch(/^One of: draft, requested, .*cancelled/);
  });

  it("pages through a list", async () => {
    const { token } = office.manager;
    for (const name of ["Aa", "Bb", "Cc"]) await callApi("POST", "/pools", { token, body: { name } });
    const names: string[] = [];
    let cursor = "";
    do {
      const { body } = await callApi("GET", `/pools?limit=2&cursor=${cursor}`, { token });
      const page = body as { items: { name: string }[]; nextCursor: string | null };
      names.push(...page.items.map((pool) => pool.name));
      cursor = page.nextCursor ?? "";
    } while (cursor);
    expect(names).toEqual(["Aa", "Bb", "Cc", "Stockholm"]);
    const found = (await callApi("GET", "/pools?q=STOCK", { token })).body as { items: unknown[] };
    expect(found.items).toHaveLength(1);
  });
});
