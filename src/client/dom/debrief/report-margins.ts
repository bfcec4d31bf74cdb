import { useLayoutEffect } from 'preact/hooks';

/** What stands above and below each printed page, while the component is there. */
export function useReportMargins(head: string, foot: string): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--report-head', JSON.stringify(head));
    style.setProperty('--report-foot', JSON.stringify(foot));
    return () => {
      style.removeProperty('--report-head');
      style.removeProperty('--report-foot');
    };
  }, [head, foot]);
}
