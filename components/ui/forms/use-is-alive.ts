"use client";
import { useSyncExternalStore } from "react";

/** False on the server and while the page is being brought to life; true from then on. */
export function useIsAlive(): boolean {
  return useSyncExternalStore(subscribeToNothing, isInBrowser, isOnServer);
}

function subscribeToNothing() {
  return () => {};
}

function isInBrowser() {
  return true;
}

function isOnServer() {
  return false;
}
