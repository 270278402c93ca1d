import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { readSettings } from "@/prisma/tooling/settings";

const read = (env: Record<string, string>, mode: "production" | "demo" = "production") =>
  readSettings({ NODE_ENV: "test", ...env }, mode);

describe("the settings of a start", () => {
  it("need none", () => {
    expect(read({})).toMatchObject({
      port: 3000,
      publicUrl: "http://127.0.0.1:3000",
      databaseUrl: undefined,
    });
    expect(read({ SESSION_IDLE_MINUTES: "", TRUSTED_PROXIES: "", NEXTAUTH_SECRET: "" }).port).toBe(3000);
  });

  it("are refused with every fault at once, and without the words of a secret", () => {
    const secret = "postgresql+ssl://anna:swordfish@db/standby";
    const faulty = {
      PORT: "http",
      DATABASE_URL: secret,
      OWNER_DATABASE_URL: secret,
      PUBLIC_URL: "standby",
      WEB_PROCESSES: "many",
      SESSION_IDLE_MINUTES: "abc",
      TRUSTED_PROXIES: "proxy.example",
      LOG_LEVEL: "loud",
      NEXTAUTH_SECRET: "short",
    };
    const faults = () => read(faulty);
    for (const name of Object.keys(faulty)) expect(faults).toThrow(new RegExp(`- .*${name}`));
    expect(faults).toThrow(
      'SESSION_IDLE_MINUTES is "abc"; it must be a whole number of minutes from 5 to 720.',
    );
    expect(faults).not.toThrow(/swordfish/);
  });

  it("hold from 1 to 64 web processes; unasked, one for each core up to four", () => {
    expect(read({ WEB_PROCESSES: "1" }).webProcesses).toBe(1);
    expect(read({ WEB_PROCESSES: "64" }).webProcesses).toBe(64);
    expect(read({ WEB_PROCESSES: "" }).webProcesses).toBe(Math.min(4, availableParallelism()));
    for (const wrong of ["0", "65", "2.5", "-1", "two"])
      expect(() => read({ WEB_PROCESSES: wrong })).toThrow(
        `WEB_PROCESSES is "${wrong}"; it must be a whole number from 1 to 64.`,
      );
  });

  it("of an office of one's own are its secret and an address that can't be overheard", () => {
    const outside = {
      DATABASE_URL: "postgresql://standby@db/standby",
      PUBLIC_URL: "http://standby.example.org",
    };
    expect(() => read(outside)).toThrow(/NEXTAUTH_SECRET is missing[\s\S]*must begin with https/);
    expect(() => read(outside, "demo")).not.toThrow();
  });

  it("name the owner of the tables only beside the application's own address", () => {
    expect(() => read({ OWNER_DATABASE_URL: "postgresql://owner@db/standby" })).toThrow(
      /without DATABASE_URL/,
    );
  });
});
