import { declarePersonal } from "@/lib/personal";

/** What people were told, and how they want to be. */
export const noticePersonal = declarePersonal({
  notifications: { whose: [{ user: "user_id" }], erased: "row" },
  notice_preferences: { whose: [{ user: "user_id" }], erased: "row" },
  notice_times: { whose: [{ user: "user_id" }], erased: "row" },
});
