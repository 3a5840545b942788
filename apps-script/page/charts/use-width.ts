import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** How wide a chart is drawn, in pixels: as wide as its place, within these. A wider one would have small letters on paper. */
const [NARROWEST, WIDEST] = [240, 440];

/** The place of a chart and how wide it is, so that the letters in it stay as large as others. */
export function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(WIDEST);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const wide = Math.round(entry?.contentRect.width ?? 0);
      if (wide > 0) setWidth(Math.max(NARROWEST, Math.min(WIDEST, wide)));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { place, width };
}
