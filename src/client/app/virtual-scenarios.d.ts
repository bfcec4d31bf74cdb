declare module 'virtual:scenarios' {
  /** Every scenario of the game, with the address of its JSON. */
  export const scenarios: readonly { readonly id: string; readonly url: string }[];
}
