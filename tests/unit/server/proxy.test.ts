import { NextRequest } from "next/server";
import { afterEach, expect, it, vi } from "vitest";
import { proxy } from "@/proxy";

afterEach(() => vi.unstubAllEnvs());

function send(headers: Record<string, string>) {
  vi.stubEnv("NEXTAUTH_URL", "https://standby.example.org");
  return proxy(new NextRequest("http://127.0.0.1:3000/sign-in", { method: "POST", headers }));
}

it("names the public address to Next, whatever host a proxy or a client named", () => {
  const own = { origin: "https://standby.example.org", "sec-fetch-site": "same-origin" };
  for (const [name, host] of [
    ["host", "127.0.0.1:3000"],
    ["x-forwarded-host", "evil.example"],
  ] as const) {
    const response = send({ ...own, [name]: host });
    expect(response.status).toBe(200);
    expect(response.headers.get("x-middleware-request-x-forwarded-host")).toBe("standby.example.org");
  }
});

it("refuses another site's form before any name is taken over", () => {
  const foreign = { origin: "https://evil.example", "x-forwarded-host": "evil.example" };
  const response = send(foreign);
  expect(response.status).toBe(403);
  expect(response.headers.get("x-middleware-request-x-forwarded-host")).toBeNull();
});
