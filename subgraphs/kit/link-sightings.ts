/** Who is told of links before anybody reads them, so that their previews are there by then. */
export interface LinkSightings {
  /** Addresses as they stand in texts; may be told again of the same. */
  sighted(urls: readonly string[]): Promise<void>;
}
