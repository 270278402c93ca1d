/** Words no screen says, by language; `words` is what they would be read as, or what stands in their place. */
export const BANNED: Record<"en" | "sv", [pattern: RegExp, instead: string][]> = {
  en: [
    [/\bdesks?\b/i, "executive"],
    [/\bplaces?\b/i, "site, executive"],
    [/\bhands?\b(?![ -]back)/i, "assigned"],
    [/\b(scene|wish(es)?|told|meanwhile|amiss|dissolve[sd]?|opened|standings?)\b/i, "plain words"],
    [/\b(whoever|somebody|everybody|anybody)\b/i, "a subject with a name"],
    [/\bnobody (has|is called|stands)\b/i, "unassigned, no match, no deputies"],
    [/\bha(s|ve|d) (it|the request)\b/i, "assigned, with {name}"],
    [/\bwhat (it|this|a year) (takes|gives)\b/i, "effect on balance, yearly allowance"],
    [/\bsteps? in\b|\bstands? in for\b/i, "cover, backup coverage, deputy for"],
    [/\b(weights?|penalt(y|ies)|quality|bounds?|points)\b/i, "better is possible, handovers, priority"],
    [/\bproficiency\b/i, "level"],
    [/\bgo on\b|\bopen again\b|\bback to the start\b|\btake back\b/i, "resume, reopen, first page, withdraw"],
    [/\bshares? of (the )?cover\b|\bwho carries\b|\bmy cover$/i, "workload"],
    [/\bbeside the average\b|\bdifficult\b/i, "vs average, demanding"],
    [
      /\bchanged by hand\b|\bown year\b|\bless than nothing\b/i,
      "adjustments, individual allowance, minus sign",
    ],
    [/\bpeople are needed\b|\bnot away together\b/i, "blackout days, limits on simultaneous leave"],
    [
      /\bthe turn of\b|\bsomebody decides\b|\bapproved for now\b/i,
      "deputy period, needs approval, first approval",
    ],
    [
      /\bto be (read|cancelled)\b|\bat the (desk|executive)\b(?!’s)/i,
      "unread, cancellation requested, active",
    ],
    [
      /\bby itself\b|\bwrote itself\b|\blast words\b|\bafter all\b(?<!ill after all)/i,
      "automatically, closing note, undo",
    ],
    [/^(watched|waits)$|\bthose who left\b/i, "monitor, deferred, include former staff"],
    [
      /\bre-?optimise\b|\bwithout proof\b|\bwhat stands\b|\banew\b/i,
      "replan, not proven best, existing cover",
    ],
    [
      /\bopens nothing\b|\bask for something\b|\bworking time falls\b/i,
      "not valid, new request, not working days",
    ],
    [/\bthe board\b/i, "coverage"],
  ],
  sv: [
    [/ersättning/i, "inhopp (ersättning är lön)"],
    [/ersättartavla|översikt/i, "bemanning, frånvarokalender"],
    [/(?<!pool)ansvarig/i, "poolansvarig"],
    [/stöder|stödjer/i, "stöttar"],
    [/\bgrupp(en|er|erna|ens)?\b/i, "pool"],
    [/samma plats|svåra|\bskrivbord/i, "samma ort, krävande chefer"],
    [/ingen har (det|dessa)|har ärendet|vid din sida/i, "ej tilldelat, ingen assistent är tillgänglig"],
    [/\bställ in\b|\binställ(d|t|da)\b/i, "avbryt, avbokad"],
    [/ta(ga?s?)? tillbaka|tillbakata/i, "återkalla, ta bort"],
    [/^(ditt|läge|byt|uttaget|begär[dt])$/i, "personligt, status, byt ut, uttagna dagar, ansökt"],
    [/\bbegär[dt]\b/i, "ansökt"],
    [/brister|skriven av sig själv|sista orden/i, "avvikelser, skapad automatiskt, avslutande anteckning"],
    [/vad ett år ger|tomt är ingen/i, "årstilldelning, lämna tomt för ingen gräns"],
    [
      /godta|upplös|senast här|kedjan|tänk om/i,
      "accepterad, ta bort, senast inloggad, verifierad, vad händer om",
    ],
    [/\bvikt(en|er)?\b|otäckt|\bpoäng\b|kvalitet/i, "prioritet, lucka"],
    [/\b(upp)?låst\b/i, "fäst, lossad"],
    [/importera ett kontor|kontor importerat/i, "importera data"],
    [/kunskap|färdighet/i, "kompetens, nivå"],
    [/\bbehörighet/i, "åtkomst"],
  ],
};

/** The few messages that may say such a word, and why. */
export const ALLOWED: Record<"en" | "sv", [key: RegExp, word: RegExp, why: string][]> = {
  en: [
    [/^notices\.deputy_/, /place/, "a deputy decides “in place of” the manager"],
    [/^people\.executives\.executive$/, /place/, "“place of work” is what an office calls it"],
  ],
  sv: [
    [
      /^absences\.group\.|apart_group|^refusals\.all_may_be_away$/,
      /grupp/,
      "people who may not all be away are a group",
    ],
    [
      /^api\.reference\./,
      /grupp|översikt/,
      "operations come in groups, and a reference begins with an overview",
    ],
    [/cancellation/, /begärd/, "a cancellation is requested, not applied for"],
  ],
};
