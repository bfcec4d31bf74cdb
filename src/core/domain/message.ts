/** Interface text as data: a catalogue key and its ICU parameters. Strings exist only in views. */
export interface Message {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
