import { testDb } from "../database";
import { fromSnapshot } from "../snapshot";
import { buildOffice } from "./two-pools";

/** The office of the API tests, with leave types and an executive of the colleague's. */
export function createLeaveOffice() {
  return fromSnapshot("leave", buildLeaveOffice);
}

/** The rows of that office, for offices that have more. */
export async function buildLeaveOffice() {
  const office = await buildOffice();
  await testDb().leaveType.createMany({
    data: [
      { id: "vacation", nameEn: "Annual leave", nameSv: "Semester" },
      { id: "sick", nameEn: "Sick", nameSv: "Sjuk", isReported: true },
    ],
  });
  return office;
}

export type LeaveOffice = Awaited<ReturnType<typeof buildLeaveOffice>>;
