import { beforeEach, describe, expect, it } from "vitest";
import { callApi } from "../../support/api";
import { testDb } from "../../support/database";
import { createLeaveOffice } from "../../support/offices/leave";

type Office = Awaited<ReturnType<typeof createLeaveOffice>>;
let office: Office;

beforeEach(async () => {
  office = await createLeaveOffice();
});

const ASSISTANTS = `name,email,pool,working_days,starts,ends
Åsa Öberg,asa@office.example,Malmö,Mon-Fri,08:00,17:00
`;
const EXECUTIVES = `name;email;pool
Karin Ek;karin@office.example;Malmö
`;

function send(files: Record<string, string>, query = "", headers: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) {
    form.set(name, new File([content], `${name}.csv`, { type: "text/csv" }));
  }
  return callApi("POST", `/imports${query}`, { token: office.manager.token, raw: form, headers });
}

async function countPeople(): Promise<number> {
  return (await testDb().assistant.count()) + (await testDb().executive.count());
}

describe("POST /imports", () => {
  it("tells in a dry run and does when asked", async () => {
    const before = await countPeople();
    const files = { assistants: ASSISTANTS, executives: EXECUTIVES };
    const told = await send(files, "?dryRun=true");
    expect(told).toMatchObject({ status: 200, body: { applied: false, newPools: ["Malmö"], faultCount: 0 } });
    expect(await countPeople()).toBe(before);
    expect(await send(files)).toMatchObject({ status: 200, body: { applied: true } });
    expect(await countPeople()).toBe(before + 2);
    expect(await send(files)).toMatchObject({ status: 200, body: { changeCount: 0 } });
  });

  it("refuses files at fault as a whole, and says where", async () => {
    const before = await countPeople();
    const bad = `${ASSISTANTS}Bo Ek,nobody,Malmö,Mon-Fri,08:00,17:00\n`;
    const answer = await send({ assistants: bad, executives: EXECUTIVES });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        error: {
          code: "import_has_faults",
          path: "assistants.csv:3:email",
          faults: [
            {
              path: "assistants.csv:3:email",
              code: "not_an_email",
              message: expect.stringMatching(/e-mail/i),
            },
          ],
        },
      },
    });
    expect(await countPeople()).toBe(before);
  });

  it("is the same request in another wrapping", async () => {
    const headers = { "idempotency-key": "import-1" };
    const first = await send({ assistants: ASSISTANTS }, "", headers);
    const again = await send({ assistants: ASSISTANTS }, "", headers);
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect((await send({ assistants: EXECUTIVES }, "", headers)).status).toBe(409);
  });

  it("refuses what is no office", async () => {
    expect(await send({})).toMatchObject({ status: 422, body: { error: { code: "no_files" } } });
    expect(await send({ strangers: ASSISTANTS })).toMatchObject({ status: 400 });
    expect(await send({ assistants: ASSISTANTS }, "?dryRun=perhaps")).toMatchObject({
      status: 400,
      body: { error: { path: "dryRun" } },
    });
    expect(await send({ assistants: "a\u0000b" }, "?dryRun=true")).toMatchObject({ body: { faultCount: 1 } });
    expect(await send({ assistants: "x".repeat(21 * 1024 * 1024) })).toMatchObject({ status: 413 });
    const { token } = office.manager;
    expect(await callApi("POST", "/imports", { token, body: {} })).toMatchObject({ status: 415 });
    const broken = { "content-type": "multipart/form-data; boundary=x" };
    expect(await callApi("POST", "/imports", { token, raw: "--y\r\n", headers: broken })).toMatchObject({
      status: 400,
      body: { error: { code: "malformed_body" } },
    });
    const none = { "content-type": "multipart/form-data" };
    expect(await callApi("POST", "/imports", { token, raw: "a", headers: none })).toMatchObject({
      status: 415,
    });
  });
});

it("POST /calendar-imports takes a file as large as the form does, and no larger", async () => {
  const calendar = (bytes: number) => {
    const head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    return `${head}X-PAD:${"x".repeat(bytes - head.length - 6 - 17)}\r\nEND:VCALENDAR\r\n`;
  };
  const ask = (bytes: number) =>
    callApi("POST", "/calendar-imports", {
      token: office.manager.token,
      body: { calendar: calendar(bytes), type: "vacation", dryRun: true },
    });
  expect(await ask(5 * 1024 * 1024)).toMatchObject({ status: 200, body: { events: 0 } });
  expect((await ask(5 * 1024 * 1024 + 1)).status).toBe(400);
});
