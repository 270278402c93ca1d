import { describe, expect, it } from "vitest";
import { answerToError } from "@/lib/api/error-answer";
import { isBusy, NotFoundError } from "@/lib/errors";
import { messages } from "@/lib/i18n/messages";
import { answerTo } from "@/lib/server/answer";

const driver = (originalCode: string) =>
  Object.assign(new Error("driver"), { meta: { driverAdapterError: { cause: { originalCode } } } });
const expired = Object.assign(new Error("expired transaction"), { code: "P2028" });
const failing = (error: Error) => () => Promise.reject(error);

describe("a database at its limits of time", () => {
  it.each([
    "55P03",
    "57014",
    "25P03",
    "25P04",
    "40001",
    "40P01",
    "08006",
    "53100",
    "53300",
    "57P01",
    "57P03",
  ])("is busy by SQLSTATE %s", (state) => {
    expect(isBusy(driver(state))).toBe(true);
  });

  it.each([
    Object.assign(new Error("no server"), { code: "ECONNREFUSED" }),
    Object.assign(new Error("no server"), { code: "P1001" }),
    new Error("read failed", { cause: Object.assign(new Error("gone"), { code: "57P01" }) }),
    Object.assign(new Error("no server"), {
      meta: { driverAdapterError: { cause: { kind: "DatabaseNotReachable" } } },
    }),
  ])("is away: %s", (error) => {
    expect(isBusy(error)).toBe(true);
  });

  it.each([driver("23505"), new NotFoundError("pool"), null, "text"])("is nothing else: %s", (error) => {
    expect(isBusy(error)).toBe(false);
  });

  it("is a refusal to a form and to a toast", async () => {
    expect(await answerTo(failing(expired))).toEqual({ ok: false, reason: "busy" });
    await expect(answerTo(failing(new Error("a fault of ours")))).rejects.toThrow("a fault of ours");
  });

  it("is 503 with Retry-After to the API, in the caller's language", () => {
    const request = new Request("http://127.0.0.1/api/v1/pools", { headers: { "accept-language": "sv" } });
    const answer = answerToError(request, driver("55P03"), "reference-1");
    expect(answer).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
    const { error } = JSON.parse(answer.body);
    expect(error).toEqual({ code: "busy", message: messages.sv.refusals.busy, reference: "reference-1" });
  });
});
