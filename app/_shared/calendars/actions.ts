"use server";
import { requirePerson } from "@/lib/auth/guards";
import { MakeFeedInput, RemoveFeedInput } from "@/lib/calendars/schema";
import { makeFeed, removeFeed } from "@/lib/calendars/service";
import { formAction } from "@/lib/server/form-action";

const FEEDS = { revalidate: ["/assistant/feeds", "/executive/feeds", "/manager/feeds"] };

export const make = formAction(requirePerson, MakeFeedInput, makeFeed, { ...FEEDS, mayRepeat: true });
export const remove = formAction(requirePerson, RemoveFeedInput, removeFeed, FEEDS);
