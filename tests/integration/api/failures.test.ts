import pino from "pino";
import { afterEach, expect, it } from "vitest";
import { callApi } from "../../support/api";
import { asOwner } from "../../support/database";
import { createOffice } from "../../support/offices/two-pools";

const shared = globalThis as { standbyLog?: pino.Logger };
const usual = shared.standbyLog;

afterEach(() => {
  shared.standbyLog = usual;
});

it("answers an unexpected error with a reference, and logs it once without what rows hold", async () => {
  const office = await createOffice();
  const lines: string[] = [];
  shared.standbyLog = pino({}, { write: (line: string) => void lines.push(line) });
  await asOwner((owner) => owner.query("ALTER TABLE pools RENAME COLUMN holiday_region TO moved_away"));
  try {
    const secret = "Project Nightingale";
    const answer = await callApi("POST", "/pools", { token: office.manager.token, body: { name: secret } });
    expect(answer).toMatchObject({ status: 500, body: { error: { code: "internal" } } });
    const { reference } = (answer.body as { error: { reference: string } }).error;
    expect(answer.headers.get("x-request-id")).toBe(reference);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ reference, where: "POST /api/v1/pools" });
    expect(lines[0]).not.toContain(secret);
  } finally {
    await asOwner((owner) => owner.query("ALTER TABLE pools RENAME COLUMN moved_away TO holiday_region"));
  }
});
