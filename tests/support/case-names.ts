const NAMES =
  `TikTok ByteDance Douyin WeChat Musical.ly Microsoft Oracle Walmart Seattle Redwood Washington Beijing
  Peking Trump Biden Mayer Zhang CFIUS MOFCOM IEEPA Grindr Kunlun San-Vicente`.split(/\s+/);
/** As words of their own: also in `oracle-envoy`, `signed_oracle` and `tellBeijing`; a hyphen may be a space or nothing. */
const PATTERN = NAMES.map((name) => name.replace('.', '\\.').replace('-', '[ -]?')).join('|');

/** Who and what of the shipped cases a text names. */
export function caseNamesIn(text: string): readonly string[] {
  const spaced = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/_/g, ' ');
  const found = (words: string) => words.match(new RegExp(`\\b(?:${PATTERN})\\b`, 'gi')) ?? [];
  return [...new Set([...found(text), ...found(spaced)])];
}
