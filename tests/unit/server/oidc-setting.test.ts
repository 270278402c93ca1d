import { describe, expect, it } from "vitest";
import { faultsOfSettings } from "@/lib/env";

const WHOLE = {
  OIDC_ISSUER: "https://id.example.org/",
  OIDC_CLIENT_ID: "standby",
  OIDC_CLIENT_SECRET: "a secret",
  OIDC_EMAIL_DOMAINS: "example.org, example.se",
};

const faultsOf = (values: Record<string, string>) => faultsOfSettings(values as unknown as NodeJS.ProcessEnv);

describe("a provider to sign in with", () => {
  it("is set with all that it takes, or not at all", () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf(WHOLE)).toEqual([]);
    expect(faultsOf({ OIDC_ISSUER: WHOLE.OIDC_ISSUER })).toHaveLength(3);
    expect(faultsOf({ ...WHOLE, OIDC_CLIENT_SECRET: "" })).toEqual([
      expect.stringMatching(/^OIDC_CLIENT_SECRET is/),
    ]);
  });

  it("may be the only way in, where it is set", () => {
    expect(faultsOf({ ...WHOLE, OIDC_ONLY: "1" })).toEqual([]);
    expect(faultsOf({ OIDC_ONLY: "1" })).toEqual([expect.stringMatching(/^OIDC_ONLY is "1"/)]);
  });

  it.each(["http://id.example.org", "id.example.org", "javascript:alert(1)"])(
    "has an https address, not %s",
    (issuer) => expect(faultsOf({ ...WHOLE, OIDC_ISSUER: issuer })).toHaveLength(1),
  );

  it("may be on the machine itself", () => {
    expect(faultsOf({ ...WHOLE, OIDC_ISSUER: "http://127.0.0.1:4000" })).toEqual([]);
  });
});
