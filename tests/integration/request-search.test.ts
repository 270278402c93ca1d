import { beforeEach, describe, expect, it } from "vitest";
import { commentRequest } from "@/lib/requests/comments/service";
import { TakePhoneMessageInput } from "@/lib/requests/messages/schema";
import { takePhoneMessage } from "@/lib/requests/messages/service";
import { listOwnRequests, listPoolRequests, listServedRequests } from "@/lib/requests/queries";
import { FileSupportRequestInput, ListRequestsInput } from "@/lib/requests/schema";
import { listExcerpts } from "@/lib/requests/search/queries";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { asAssistantOf, asExecutiveOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createLeaveOffice } from "@/tests/support/offices/leave";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;
let trip: string;

const executive = () => asExecutiveOf(office.executive.userId);
const assistant = () => asAssistantOf(office.assistant.userId);
const manager = () => asManagerOf(office.manager.userId);

async function filed(input: object): Promise<string> {
  const answer = await fileSupportRequest(await executive(), FileSupportRequestInput.parse(input));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

const asked = (q: string) => ListRequestsInput.parse({ q });
const found = async (q: string) =>
  (await listPoolRequests(await manager(), asked(q))).items.map(({ id }) => id);

beforeEach(async () => {
  office = await createLeaveOffice();
  const fields = [{ key: "to", kind: "text", nameEn: "To", nameSv: "Till" }];
  await testDb().requestType.createMany({
    data: [
      { id: "travel", nameEn: "Travel", nameSv: "Resa", fields },
      { id: "phone_message", nameEn: "Phone message", nameSv: "Telefonmeddelande" },
    ],
  });
  trip = await filed({
    summary: "Boka resan till Malmö",
    details: "Gärna en gångplats på det tidiga planet.",
    typeId: "travel",
    fields: { to: "Köpenhamn" },
  });
  await filed({ summary: "Print the minutes" });
});

describe("searching requests", () => {
  it("finds words of summary, details, answers, comments, people and type, in other forms and without accents", async () => {
    await commentRequest(await assistant(), {
      id: trip,
      text: "Which hotels do you prefer?",
      internal: false,
    });
    for (const q of ["malmo", "gangplats tidig", "kopenhamn", "hotel", "resans", "travel planet", "zzz"])
      expect(await found(q), q).toEqual(q === "zzz" ? [] : [trip]);
    const { name } = (await executive()).actor;
    expect(await found(name)).toHaveLength(2);
  });

  it("finds a caller by number in any notation", async () => {
    const call = { executiveId: office.ids.executiveId, caller: "Karin Berg", number: "070-123 45 67" };
    const taken = await takePhoneMessage(await assistant(), TakePhoneMessageInput.parse(call));
    const id = taken.ok ? taken.value.id : "";
    for (const q of ["+46 70 1234567", "0701234567", "karin", "070-123"])
      expect(await found(q), q).toEqual([id]);
  });

  it("keeps what is internal from the executive, and shows others where it was found", async () => {
    await commentRequest(await assistant(), {
      id: trip,
      text: "Ask the xylophone people first.",
      internal: true,
    });
    expect((await listOwnRequests(await executive(), asked("xylophone"))).items).toEqual([]);
    const { items } = await listServedRequests(await assistant(), asked("xylophone"));
    expect(items.map(({ id }) => id)).toEqual([trip]);
    expect(await listExcerpts(await assistant(), items, "xylophone")).toEqual(
      new Map([[trip, "Ask the xylophone people first."]]),
    );
    expect(await listExcerpts(await executive(), items, "xylophone")).toEqual(new Map());
  });

  it("follows what is changed: words that are gone find nothing, and people have their new name", async () => {
    await testDb().supportRequest.update({
      where: { id: trip },
      data: { summary: "–", details: "", fields: {} },
    });
    expect(await found("malmo")).toEqual([]);
    await testDb().user.update({ where: { id: office.assistant.userId }, data: { name: "Zacharias Quist" } });
    expect(await found("zacharias")).toHaveLength(2);
  });
});
