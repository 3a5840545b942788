import { PAYMENT_METHOD } from "../../domain/schema/allowed";
import type { DeskPerson } from "../../domain/views/desk";

/** What is taken of the person in front, until Enter. */
export interface Draft {
  readonly papers: readonly string[];
  readonly method: string | null;
  readonly reason: string;
  /** A key that means nothing here, as a card reader's would: nothing is taken until somebody has looked. */
  readonly odd: string | null;
}

export const EMPTY_DRAFT: Draft = { papers: [], method: null, reason: "", odd: null };

/** The methods of the desk, each with its key. */
export const METHOD_KEYS = [
  { key: "X", method: PAYMENT_METHOD.cash },
  { key: "S", method: PAYMENT_METHOD.scan },
] as const;

type Facts = Pick<DeskPerson, "papers" | "open">;

/** Whether a paper can still be taken. */
export const isWanted = ({ state }: DeskPerson["papers"][number]): boolean => state !== "in" && state !== "notNeeded";

/** 0 is all papers, 1 the first of them; a method's letter chooses it, and once more takes it back. */
export function pressed(draft: Draft, key: string, person: Facts): Draft {
  if (draft.odd !== null) return draft;
  const sign = key.normalize("NFKC").toUpperCase();
  const method = METHOD_KEYS.find((one) => one.key === sign)?.method;
  if (method !== undefined) return withMethod(draft, method, person);
  if (sign === "0") return withAll(draft, person);
  const paper = /^[1-9]$/u.test(sign) ? person.papers[Number(sign) - 1] : undefined;
  return paper === undefined ? { ...draft, odd: key } : withPaper(draft, paper.title, person);
}

export function withMethod(draft: Draft, method: string, { open }: Facts): Draft {
  return open > 0 ? { ...draft, method: draft.method === method ? null : method } : draft;
}

export function withPaper(draft: Draft, title: string, { papers }: Facts): Draft {
  const has = draft.papers.includes(title);
  const chosen = papers.filter((paper) => (paper.title === title ? !has && isWanted(paper) : draft.papers.includes(paper.title)));
  return { ...draft, papers: chosen.map((paper) => paper.title) };
}

/** All of them by name, so that everybody who brought all is alike; what is there already stays as it is. */
function withAll(draft: Draft, { papers }: Facts): Draft {
  const isAll = draft.papers.length === papers.length;
  return { ...draft, papers: isAll ? [] : papers.map(({ title }) => title) };
}
