/** A wish that takes a while: whoever has drawn the newest ticket is the one who is still waited for. */
export interface Ticket {
  isWanted(): boolean;
}

/** Of several wishes of one kind only the last counts, whichever comes true first. */
export interface Tickets {
  readonly draw: () => Ticket;
}

export function createTickets(): Tickets {
  let newest = 0;
  return {
    draw: () => {
      newest += 1;
      const mine = newest;
      return { isWanted: () => mine === newest };
    },
  };
}
