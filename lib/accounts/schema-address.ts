import { z } from "zod";
import { EmailInput, LinkToken } from "./schema";

/** The address somebody wants to sign in with from now on. */
export const AskAddressInput = z.strictObject({ email: EmailInput });
export type AskAddressInput = z.infer<typeof AskAddressInput>;

/** The link that confirms an address, or takes it back. */
export const AddressLinkInput = z.strictObject({ token: LinkToken });
export type AddressLinkInput = z.infer<typeof AddressLinkInput>;

/** What a link of a change of address does, for whom, and from which address to which. */
export type AddressLink = {
  id: string;
  userId: string;
  does: "confirm" | "undo";
  name: string;
  oldEmail: string;
  newEmail: string;
};
