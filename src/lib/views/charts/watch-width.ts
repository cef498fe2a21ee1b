/** Tells the width of an element, now and whenever it changes. Returns what ends it. */
export function watchWidth(element: Element, onwidth: (width: number) => void): () => void {
  const tell = () => onwidth(Math.floor(element.getBoundingClientRect().width));
  const observer = new ResizeObserver(tell);
  observer.observe(element);
  tell();
  return () => observer.disconnect();
}
