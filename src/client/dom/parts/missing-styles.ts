/**
 * To be awaited before a piece of the page is loaded again. The build asks for the styles of a piece only once:
 * those that failed are asked for here, or else the piece would come without. Rejects when they cannot be had.
 */
export async function loadMissingStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  const isMissing = ({ href }: HTMLLinkElement) => !links.some((link) => link.href === href && link.sheet);
  await Promise.all(
    links.filter(isMissing).map((missing) => {
      const link = document.importNode(missing);
      // The old one stays: it may be under way, and somebody waits for it.
      missing.after(link);
      return new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
      });
    }),
  );
}
