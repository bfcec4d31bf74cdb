/**
 * Loads a piece of the page. The build asks for the styles of a piece only once: those that failed are asked for
 * again here, or else the second try would bring a page without styles. Rejects when they cannot be had.
 */
export async function withStyles<T>(load: () => Promise<T>): Promise<T> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  const isThere = ({ href }: HTMLLinkElement) => links.some((link) => link.href === href && link.sheet);
  await Promise.all(links.filter((link) => !isThere(link)).map(replaced));
  return load();
}

function replaced(failed: HTMLLinkElement): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = failed.href;
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(`cannot load ${link.href}`));
    // The old one stays: it may be under way, and somebody waits for it.
    failed.after(link);
  });
}
