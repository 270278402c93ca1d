"use client";
import { useEffect } from "react";
import { forgetKeptBut } from "./kept-page";

/** Where nobody is signed in: takes away what was kept on the device for the one who was. */
export function ForgetKept() {
  useEffect(() => {
    forgetKeptBut(null);
  }, []);
  return null;
}
