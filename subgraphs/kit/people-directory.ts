/** Somebody as OpenIM told of them just now. */
export interface NamedPerson {
  readonly userID: string;
  readonly nickname: string;
}

/** Who is called what, for searching. Whoever reads people from OpenIM tells it; nobody waits for it. */
export interface PeopleDirectory {
  note(people: readonly NamedPerson[]): void;
}
