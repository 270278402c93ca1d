"use server";
import { AddressLinkInput } from "@/lib/accounts/schema-address";
import { followAddressLink } from "@/lib/accounts/service-address";
import { publicAction } from "@/lib/server/public-action";

/** Confirms an address, or takes the one before back. */
export const followLink = publicAction(AddressLinkInput, followAddressLink);
