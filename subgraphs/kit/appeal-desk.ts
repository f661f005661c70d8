/** What somebody who was banned is told besides that they were. */
export interface AppealWay {
  /** For `appealBan`: good for an hour, and for this ban only. Null where the ban cannot be appealed, or was. */
  readonly appealTicket: string | null;
  /** Where they have appealed. */
  readonly appealState: 'PENDING' | 'GRANTED' | 'REFUSED' | null;
}

/** How people appeal who cannot sign in: only who has just shown that an address is theirs is given a way. */
export interface AppealDesk {
  /** By the ban that stands; null where it is none that moderators decided in a case. */
  wayFor(banID: string): Promise<AppealWay | null>;
}
