/** What somebody who was banned is told besides that they were. */
export interface AppealWay {
  /** For `appealBan`: good for an hour, and for this ban only. Null where the ban cannot be appealed, or was. */
  readonly appealTicket: string | null;
  /** Where they have appealed. */
  readonly appealState: 'PENDING' | 'GRANTED' | 'REFUSED' | null;
}

/** A ban that stands. */
export interface StandingBan {
  readonly id: string;
  readonly userID: string;
  /** What the person is told. */
  readonly reason: string;
  readonly since: Date;
  /** Null: for good. */
  readonly until: Date | null;
  /** The admin; null: a rule of the service. */
  readonly by: string | null;
}

/** How people appeal who cannot sign in: only who has just shown that an address is theirs is given a way. */
export interface AppealDesk {
  /** Null where there is none now: another case about them is open. */
  wayFor(ban: StandingBan): Promise<AppealWay | null>;
}
