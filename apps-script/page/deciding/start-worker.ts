/**
 * A worker of the same program without a page: from its file, or, where it stands inside the page, from its text.
 *
 * @param program the script element that the page runs from
 */
export function workerOf(program: HTMLOrSVGScriptElement | null): Worker {
  const source = program instanceof HTMLScriptElement ? program.src : "";
  if (source !== "") return new Worker(source);
  const address = URL.createObjectURL(new Blob([program?.textContent ?? ""], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
