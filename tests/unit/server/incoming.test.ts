import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { readProxies } from "@/lib/proxies";
import { clientAddress } from "@/lib/server/client-address";
import { noteBusyRequest, refusalOfBody, refuseLongBodies } from "@/lib/server/incoming";

const MEGABYTE = 1024 * 1024;
const length = (megabytes: number, more = {}) => ({
  "content-length": String(megabytes * MEGABYTE),
  ...more,
});

describe("a body", () => {
  it("may be large only where files are taken, and from somebody with a session or token", () => {
    const cookie = { cookie: "next-auth.session-token=x" };
    expect(refusalOfBody("/sign-in", length(1))).toBeNull();
    expect(refusalOfBody("/sign-in", length(3))).toBe(413);
    expect(refusalOfBody("/manager/import", length(84))).toBe(413);
    expect(refusalOfBody("/manager/import", length(84, cookie))).toBeNull();
    expect(refusalOfBody("/manager/pools", length(84, cookie))).toBe(413);
    for (const path of [
      "/executive",
      "/executive/requests/7",
      "/assistant/requests/7",
      "/manager/requests/new",
    ])
      expect(refusalOfBody(path, length(50, cookie))).toBeNull();
    for (const path of ["/assistant/training", "/api/v1/files", "/manager/hiring/7"]) {
      expect(refusalOfBody(path, length(10, cookie))).toBeNull();
      expect(refusalOfBody(path, length(10))).toBe(413);
    }
    expect(refusalOfBody("/careers/a-role/apply/send", length(10))).toBeNull();
    expect(refusalOfBody("/api/inbound-mail", length(25))).toBeNull();
    expect(refusalOfBody("/executives", length(10, cookie))).toBe(413);
    expect(refusalOfBody("/api/v1/imports", length(84, { authorization: "Bearer x" }))).toBeNull();
    expect(refusalOfBody("/api/v1/imports", length(86, { authorization: "Bearer x" }))).toBe(413);
  });

  it("that does not say its length is refused", () => {
    expect(refusalOfBody("/api/v1/imports", { "transfer-encoding": "chunked" })).toBe(411);
    expect(refusalOfBody("/", {})).toBeNull();
  });

  it("is refused before any of it is read", async () => {
    refuseLongBodies();
    let reached = 0;
    const server = createServer((_, response) => response.end(String(++reached)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request({ port, method: "POST", path: "/sign-in", headers: length(200) }, (answer) =>
        resolve(answer.statusCode),
      );
      call.on("error", reject);
      call.write("a first byte and no more");
    });
    expect({ status, reached }).toEqual({ status: 413, reached: 0 });
    server.closeAllConnections();
    server.close();
  });
});

it("a page that failed for want of the database answers 503, any other 500", async () => {
  refuseLongBodies();
  const server = createServer((incoming, response) => {
    if (incoming.url === "/busy") noteBusyRequest(incoming.headers);
    response.statusCode = 500;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const busy = await fetch(`http://127.0.0.1:${port}/busy`);
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "5"]);
  expect((await fetch(`http://127.0.0.1:${port}/fault`)).status).toBe(500);
  server.close();
});

describe("the address of a client", () => {
  const none = readProxies("");
  const own = readProxies("10.0.0.0/8, ::1");
  if (!none || !own) throw new Error("no lists");

  it("is the socket's, whatever a header says", () => {
    expect(clientAddress("192.0.2.7", "10.0.0.1", none)).toBe("192.0.2.7");
    expect(clientAddress("::ffff:192.0.2.7", undefined, none)).toBe("192.0.2.7");
    expect(clientAddress("2001:db8::7", "192.0.2.1", own)).toBe("2001:db8::7");
  });

  it("is the last forwarded one that is no proxy of ours", () => {
    expect(clientAddress("10.1.2.3", "198.51.100.9, 192.0.2.7, 10.9.9.9", own)).toBe("192.0.2.7");
    expect(clientAddress("::1", "192.0.2.7", own)).toBe("192.0.2.7");
  });

  it("is unknown behind a proxy that is not configured on this machine, or forwards nothing", () => {
    expect(clientAddress("127.0.0.1", "192.0.2.7", none)).toBeNull();
    expect(clientAddress("10.1.2.3", undefined, own)).toBeNull();
    expect(clientAddress("10.1.2.3", "nonsense", own)).toBeNull();
    expect(clientAddress(undefined, "192.0.2.7", own)).toBeNull();
  });

  it("refuses a list of proxies that can't be read", () => {
    for (const text of ["proxy.example", "10.0.0.0/33", "10.0.0.0/8/2", "10.0.0.0/x"])
      expect(readProxies(text)).toBeNull();
  });
});
