import { expect, it } from "vitest";
import { type HeaderSituation, securityHeaders } from "../../../lib/server/security-headers";

const live = { nonce: "bm9uY2U=", isDevelopment: false, isHttps: true, isPrivate: true };

function directive(name: string, situation: HeaderSituation = live): string | undefined {
  const policy = securityHeaders(situation)["Content-Security-Policy"] ?? "";
  return policy.split("; ").find((part) => part.startsWith(`${name} `) || part === name);
}

it("lets scripts run only with the nonce, and eval only while developing", () => {
  expect(directive("script-src")).toBe("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
  expect(directive("script-src", { ...live, isDevelopment: true })).toContain("'unsafe-eval'");
});

it("lets nobody frame the pages or send their forms elsewhere", () => {
  expect(directive("frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(directive("form-action")).toBe("form-action 'self'");
  const provider = "https://id.example.org/realms/office";
  expect(directive("form-action", { ...live, provider })).toBe("form-action 'self' https://id.example.org");
  expect(directive("base-uri")).toBe("base-uri 'none'");
});

it("asks for TLS only where there is TLS", () => {
  expect(securityHeaders(live)["Strict-Transport-Security"]).toMatch(/^max-age=\d{8}/);
  expect(directive("upgrade-insecure-requests")).toBeDefined();
  const plain = { ...live, isHttps: false };
  expect(securityHeaders(plain)["Strict-Transport-Security"]).toBeUndefined();
  expect(directive("upgrade-insecure-requests", plain)).toBeUndefined();
});

it("keeps private pages out of every cache", () => {
  expect(securityHeaders(live)["Cache-Control"]).toBe("private, no-store");
  expect(securityHeaders({ ...live, isPrivate: false })["Cache-Control"]).toBeUndefined();
});

it("gives a file a person sent no right at all in the browser", () => {
  expect(securityHeaders({ ...live, isFile: true })["Content-Security-Policy"]).toBe(
    "sandbox; default-src 'none'; frame-ancestors 'none'",
  );
});
