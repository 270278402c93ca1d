import { afterEach, expect, it, vi } from "vitest";
import { leadWhenFree } from "../../../components/live/leader";

const opened: string[] = [];
const stream = { address: () => "/api/events", hear: () => {}, onRefused: () => {} };

class FakeSource {
  constructor(address: string) {
    opened.push(address);
  }
  close() {}
}

/** Browser locks that are granted when the test says so. */
function stubLocks(): () => Promise<void> {
  let grant = async () => {};
  const request = (_name: string, _options: object, lead: () => Promise<void>) => {
    grant = lead;
    return new Promise(() => {});
  };
  vi.stubGlobal("navigator", { locks: { request } });
  vi.stubGlobal("EventSource", FakeSource);
  return () => grant();
}

afterEach(() => {
  opened.length = 0;
  vi.unstubAllGlobals();
});

it("holds the stream from when the lock is granted until it stops", async () => {
  const grant = stubLocks();
  const leading = leadWhenFree("live", stream);
  expect([leading.isLeader(), opened]).toEqual([false, []]);
  const isHeld = grant();
  expect([leading.isLeader(), opened]).toEqual([true, ["/api/events"]]);
  leading.stop();
  await isHeld;
  expect(leading.isLeader()).toBe(false);
});

it("opens nothing, and lets the lock go, where the page was left before it was granted", async () => {
  const grant = stubLocks();
  const leading = leadWhenFree("live", stream);
  leading.stop();
  await grant();
  expect([leading.isLeader(), opened]).toEqual([false, []]);
});
