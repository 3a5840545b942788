import { type Part, partsOf } from "./syntax";

/** A text that is `head`, then `unit` over and over up to a length, then `tail`. */
export interface Attack {
  readonly head: string;
  readonly unit: string;
  readonly tail: string;
}

/** Characters that real files hold, and some that no pattern expects. */
const POOL = [
  ..." \t\n\u00a0\u3000aAeExXzZ_015９中年月日号人公司单位一()（）[]【】{}〔〕<>&;/\\'\"`“”「」.,·•-—~至:：、，。！？!?*★※#=+@%|^$",
  ..."\u200b\u0000\u0301\ufffd\ue000\u{20b9f}é½",
];
const MISMATCH = "\u0001";

/** What hurts many patterns, whatever they are. */
export const COMMON_ATTACKS: readonly Attack[] = [
  ...[...' \n\u3000aX0中年公(（[【"“&;.-_<\u200b'].map((unit) => ({ head: "", unit, tail: MISMATCH })),
  ...["( ", "(a", "1-", "1、", "a ", "\r\n", "&#", "有限公司", "_x005F"].map((unit) => ({ head: "", unit, tail: MISMATCH })),
  { head: "a", unit: " ", tail: "a" },
  { head: "单位", unit: " ", tail: "a" },
];

export function textOfAttack({ head, unit, tail }: Attack, length: number): string {
  const room = Math.max(0, length - head.length - tail.length);
  return head + unit.repeat(Math.ceil(room / unit.length)).slice(0, room) + tail;
}

/** Texts made from the pattern's own parts: each repeated part, repeated, behind what must stand before it and before a mismatch. */
export function attacksOn(source: string, flags: string): Attack[] {
  const attacks = new Map<string, Attack>();
  const samples = sampler(flags);
  const put = (head: string, unit: string): void => {
    if (unit === "") return;
    attacks.set(JSON.stringify([head, unit]), { head, unit, tail: MISMATCH });
  };
  const walk = (part: Part, before: string): void => {
    if (part.kind === "atom") for (const sample of samples(part.source)) put("", sample);
    if (part.kind === "repeat") {
      walk(part.part, before);
      if (part.most < 10) return;
      for (const example of examplesOf(part.part, samples)) {
        put(before, example);
        put("", before + example);
        put("", before);
      }
    }
    if (part.kind !== "choice") return;
    for (const branch of part.branches) {
      let head = before;
      for (const one of branch) {
        walk(one, head);
        head += examplesOf(one, samples)[0] ?? "";
      }
      put("", head.slice(before.length));
    }
  };
  walk(partsOf(source), "");
  return [...attacks.values()];
}

type Sampler = (atom: string) => readonly string[];

const MOST_SAMPLES = 3;

/** Characters that an atom takes: a few of the pool, of different sorts, and those that its source names. */
function sampler(flags: string): Sampler {
  const known = new Map<string, readonly string[]>();
  return (atom) => {
    const found = known.get(atom);
    if (found) return found;
    const one = new RegExp(`^(?:${atom})$`, flags.replace(/[gy]/g, ""));
    const samples = [...new Set([...atom, ...POOL])].filter((character) => one.test(character));
    const step = Math.max(1, Math.floor(samples.length / MOST_SAMPLES));
    const some = samples.filter((_sample, place) => place % step === 0).slice(0, MOST_SAMPLES);
    known.set(atom, some);
    return some;
  };
}

/** The shortest texts that a part takes, one for each of its ways. */
function examplesOf(part: Part, samples: Sampler): string[] {
  switch (part.kind) {
    case "nothing":
      return [""];
    case "atom":
      return [...samples(part.source)];
    case "repeat":
      return examplesOf(part.part, samples).map((example) => example.repeat(Math.max(1, Math.min(part.least, 20))));
    case "choice":
      if (!part.takes) return [""];
      return part.branches.slice(0, 8).flatMap((branch) => sequenceExamples(branch, samples));
  }
}

function sequenceExamples(parts: readonly Part[], samples: Sampler): string[] {
  const ways = parts.map((part) => examplesOf(part, samples));
  const first = ways.map(([example]) => example ?? "");
  const others = ways.flatMap((examples, place) =>
    examples.slice(1).map((example) => first.map((text, index) => (index === place ? example : text)).join("")),
  );
  return [first.join(""), ...others].slice(0, 6);
}
