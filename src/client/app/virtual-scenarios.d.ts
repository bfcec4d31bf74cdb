declare module 'virtual:scenarios' {
  /** Every scenario of the game in the order of the title page: the address of its JSON, and its words by language. */
  export const scenarios: readonly {
    readonly id: string;
    readonly url: string;
    /** A draft in a built game. */
    readonly isHidden?: true;
    /** There are plans for lessons with it. */
    readonly hasLessons?: true;
    readonly covers: Readonly<
      Record<string, { readonly title: string; readonly lead: string; readonly place: string }>
    >;
  }[];
}
