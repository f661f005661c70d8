/** Messages of one kind of room. */
export interface MessageCounts {
  readonly text: number;
  readonly media: number;
  readonly other: number;
}

/** What was written on one day; it names nobody. */
export interface DayFigures {
  readonly direct: MessageCounts;
  readonly group: MessageCounts;
  readonly notices: number;
  readonly writers: number;
  readonly revoked: number;
  readonly newGroups: number;
}

export interface Figures {
  /** By UTC day, YYYY-MM-DD, both included; without the days on which nothing happened. */
  between(first: string, last: string): Promise<ReadonlyMap<string, DayFigures>>;
}
