import { beforeEach, expect, it, vi } from "vitest";
import { addProfileSection } from "@/lib/executives/service-profile";
import { raiseAccessAlarms } from "@/lib/handovers/access/service-alarms";
import { openHandovers } from "@/lib/handovers/service-open";
import { callApi } from "../support/api";
import { asExecutiveOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import { makeSection } from "../support/factories/executives";
import { type ApiOffice, createApiOffice } from "../support/offices/api";

const CANARY = "kanariefågel-7c1e";
let office: ApiOffice;
const said: string[] = [];

beforeEach(async () => {
  office = await createApiOffice();
  said.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((chunk) => said.push(String(chunk)) > 0);
});

function everything(path: string, token: string) {
  return callApi("GET", path, { token }).then((answer) => JSON.stringify(answer.body));
}

it("a confidential section is in no answer, notice, audit row or log of who may not read it", async () => {
  const { executiveId, handoverId } = office.ids;
  const executive = await asExecutiveOf(office.executive.userId, MONDAY_MORNING);
  const secret = { category: "access", title: CANARY, body: CANARY, confidential: true };
  await addProfileSection(executive, makeSection(executiveId, secret));
  const body = { ...secret, executiveId, astray: CANARY };
  const refused = await callApi("POST", "/profile-sections", { token: office.colleague.token, body });
  expect(refused.status).toBe(400);
  await createCover(testDb(), {
    executiveId,
    assistantId: office.ids.colleagueId,
    startOn: new Date("2099-03-02"),
    endOn: new Date("2099-03-06"),
  });
  const dayBefore = asSystem(new Date("2099-02-27T07:00:00Z"));
  await openHandovers(dayBefore);
  expect(await raiseAccessAlarms(dayBefore)).toMatchObject({ notGranted: 1 });

  const paths = [
    `/executive-profiles/${executiveId}`,
    "/handovers",
    `/handovers/${handoverId}`,
    "/me",
    "/support-requests",
  ];
  for (const who of ["colleague", "manager", "otherManager"] as const)
    for (const path of paths)
      expect(await everything(path, office[who].token), `${who} ${path}`).not.toContain(CANARY);
  expect(await everything(`/handovers/${handoverId}`, office.assistant.token)).not.toContain(CANARY);
  for (const who of ["executive", "assistant"] as const)
    expect(await everything(`/executive-profiles/${executiveId}`, office[who].token)).toContain(CANARY);

  const rows = await Promise.all([
    testDb().$queryRaw`SELECT data::text, action FROM audit_events`,
    testDb().$queryRaw`SELECT params::text FROM notifications`,
    testDb().$queryRaw`SELECT text FROM handover_items`,
  ]);
  expect(JSON.stringify(rows)).not.toContain(CANARY);
  expect(rows[1]).not.toEqual([]);
  expect(said.join("")).not.toContain(CANARY);
});
