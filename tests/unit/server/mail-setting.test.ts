import { afterEach, describe, expect, it, vi } from "vitest";
import { isMailOn } from "@/lib/env";

afterEach(() => vi.unstubAllEnvs());

describe("mail", () => {
  it.each([
    ["smtp://127.0.0.1:25", "a secret", true],
    ["", "a secret", false],
    ["smtp://127.0.0.1:25", "", false],
  ])("is on where there is a server and the secret of one: %s, %s", (url, secret, isOn) => {
    vi.stubEnv("SMTP_URL", url);
    vi.stubEnv("NEXTAUTH_SECRET", secret);
    // A command has neither an address nor a database in its environment, and must not be stopped for want of them.
    vi.stubEnv("DATABASE_URL", "");
    expect(isMailOn()).toBe(isOn);
  });
});
