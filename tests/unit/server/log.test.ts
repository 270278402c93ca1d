import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { NotFoundError } from "@/lib/errors";
import { logFailure, loggedFault } from "@/lib/log";

const SECRET = "anna@standby.example";

class DatabaseError extends Error {
  override name = "PrismaClientKnownRequestError";
  code = "P2010";
  meta = { driverAdapterError: { cause: { originalCode: "23505", originalMessage: SECRET } } };
}

describe("what is logged of an error", () => {
  it.each([new Error("the planner made a plan its check refuses"), new NotFoundError("absence")])(
    "is its message when our own code threw it: %s",
    (error) => expect(loggedFault(error).message).toBe(error.message),
  );

  it("is the message of a cause of ours too", () => {
    const error = new Error("the run ended", { cause: new RangeError("no such slot") });
    expect(loggedFault(error).cause).toMatchObject({ message: "no such slot" });
  });

  it("is no text of the driver, only its codes", () => {
    const fault = loggedFault(new DatabaseError(`Key (email)=(${SECRET}) already exists`));
    expect(fault).toMatchObject({ code: "P2010", sqlState: "23505" });
    expect(JSON.stringify(fault)).not.toContain(SECRET);
  });

  it.each([
    ["a parser that quotes the text", () => JSON.parse(SECRET)],
    ["a schema that quotes the input", () => z.literal("a").parse(SECRET)],
    ["Prisma's wrapping", () => fail(Object.assign(new Error(SECRET), { clientVersion: "7" }))],
  ])("is no message of %s", (_what, provoke) => {
    expect(JSON.stringify(loggedFault(caught(provoke)))).not.toContain(SECRET);
  });
});

describe("a failure in the log", () => {
  const shared = globalThis as { standbyLog?: pino.Logger };
  const usual = shared.standbyLog;
  afterEach(() => {
    shared.standbyLog = usual;
  });

  it.each([
    [Object.assign(new Error("idle"), { code: "25P03" }), "warn", "the database was busy or away"],
    [new Error("a fault of ours"), "error", "unexpected error"],
  ])("of %s is a line of level %s", (error, level, msg) => {
    const lines: string[] = [];
    shared.standbyLog = pino({}, { write: (line: string) => void lines.push(line) });
    logFailure(error, { reference: "reference-1", where: "test" });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: pino.levels.values[level], msg, reference: "reference-1", where: "test" },
    ]);
  });
});

function fail(error: Error): never {
  throw error;
}

function caught(provoke: () => unknown): unknown {
  try {
    return provoke();
  } catch (error) {
    return error;
  }
}
