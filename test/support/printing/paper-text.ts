const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** The text of the paper in a file that the command line wrote. */
export function paperText(html: string): string {
  const paper = /<article.*<\/article>/su.exec(html)?.[0] ?? "";
  return paper.replace(/<[^>]*>/gu, "").replace(/&(?:amp|lt|gt|quot);/gu, (entity) => ENTITIES[entity] ?? entity);
}
