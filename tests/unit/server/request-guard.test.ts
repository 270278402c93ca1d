import { describe, expect, it } from "vitest";
import { judgeRequest, localPath } from "../../../lib/server/request-guard";

const HOME = "https://standby.example";

function allows(
  headers: Record<string, string>,
  { method = "POST", path = "/manager/requests", publicUrl = HOME as string | null } = {},
): boolean {
  return judgeRequest({ method, path, headers: new Headers(headers), publicUrl: publicUrl ?? undefined })
    .allowed;
}

describe("a request that changes something", () => {
  it("passes from the public address", () => {
    expect(allows({ origin: HOME })).toBe(true);
    expect(allows({ origin: HOME, "sec-fetch-site": "same-origin" })).toBe(true);
    expect(allows({ "sec-fetch-site": "same-origin" })).toBe(true);
  });

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a sister of the site", { origin: "https://other.standby.example", "sec-fetch-site": "same-site" }],
    ["the same host without TLS", { origin: "http://standby.example" }],
    ["another port", { origin: "https://standby.example:8443" }],
    ["a name that begins alike", { origin: "https://standby.example.evil.example" }],
    ["an opaque origin", { origin: "null" }],
    ["an origin that is no address", { origin: "standby.example" }],
    ["a cross-site frame that claims the origin", { origin: HOME, "sec-fetch-site": "cross-site" }],
    ["a sender who says nothing", {}],
    ["an address bar without an origin", { "sec-fetch-site": "none" }],
    ["a host header that matches a foreign origin", { origin: "https://evil.example", host: "evil.example" }],
  ])("is refused from %s", (_who, headers) => {
    expect(allows(headers)).toBe(false);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "QUERY"])("is guarded as %s", (method) => {
    expect(allows({ origin: "https://evil.example" }, { method })).toBe(false);
  });

  it("is told the address to use", () => {
    const verdict = judgeRequest({
      method: "POST",
      path: "/",
      headers: new Headers(),
      publicUrl: `${HOME}/`,
    });
    expect(verdict).toEqual({ allowed: false, address: HOME });
  });
});

it.each(["GET", "HEAD", "OPTIONS"])("%s passes from anywhere", (method) => {
  expect(allows({ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, { method })).toBe(true);
});

describe("without a configured address", () => {
  it("the host that was asked is home", () => {
    const asked = { host: "localhost:3000" };
    expect(allows({ ...asked, origin: "http://localhost:3000" }, { publicUrl: null })).toBe(true);
    expect(allows({ ...asked, origin: "http://localhost:3001" }, { publicUrl: null })).toBe(false);
    expect(allows({ origin: "http://localhost:3000" }, { publicUrl: null })).toBe(false);
  });
});

describe("the API", () => {
  const api = { path: "/api/v1/absences" };
  const cookie = "next-auth.session-token=x";

  it("passes with a bearer token or without a cookie", () => {
    expect(allows({ authorization: "Bearer standby_x", cookie }, api)).toBe(true);
    expect(allows({}, api)).toBe(true);
  });

  it("is guarded when it would use the browser's session", () => {
    expect(allows({ cookie }, api)).toBe(false);
    expect(allows({ cookie, authorization: "Basic abc" }, api)).toBe(false);
    expect(allows({ cookie, authorization: "Bearer " }, api)).toBe(false);
  });

  it("is only what lies under its address", () => {
    expect(allows({ authorization: "Bearer standby_x" }, { path: "/api/v10/absences" })).toBe(false);
    expect(allows({ authorization: "Bearer standby_x" }, { path: "/manager/requests" })).toBe(false);
  });
});

describe("the way on after sign-in", () => {
  it.each(["/", "/manager/coverage?week=2026-W34", "/executive#today"])("may be %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/..//evil.example",
    "manager",
    "",
    undefined,
    [["/manager", "/admin"]],
  ])("may not be %s", (path) => {
    expect(localPath(path)).toBeUndefined();
  });
});
